import Etiquette
import Foundation
import Page
import Synchronization

/// Answers one request after the other in a thread of its own, which begins with the first: pages wait for the disk, and
/// those who talk to browsers must not.
final class PageThread: Sendable {
    private let makePages: @Sendable () throws -> Pages
    private let waiting = Mutex<[Errand?]>([])
    private let bell = DispatchSemaphore(value: 0)
    private let isUp = Mutex(false)

    private struct Errand: Sendable {
        let request: PageRequest
        let answer: CheckedContinuation<PageResponse, Never>
    }

    /// - Parameter pages: made in that thread, and used there alone.
    init(pages: @escaping @Sendable () throws -> Pages) { makePages = pages }

    /// Waits for its turn, and for the answer.
    func response(to request: PageRequest) async -> PageResponse {
        guard begin() else { return DoorPage.response(.fault) }
        return await withCheckedContinuation { answer in
            add(Errand(request: request, answer: answer))
        }
    }

    /// Nothing is asked any more.
    func end() { add(nil) }

    private func add(_ errand: Errand?) {
        waiting.withLock { $0.append(errand) }
        bell.signal()
    }

    /// False where the system gives no thread.
    private func begin() -> Bool {
        isUp.withLock { isUp in
            if !isUp { isUp = (try? Worker.start { [self] in work() }) != nil }
            return isUp
        }
    }

    private func work() {
        var pages: Pages?
        while let errand = next() {
            // What can't be made now may be later.
            if pages == nil { pages = try? makePages() }
            errand.answer.resume(
                returning: pages?.response(to: errand.request) ?? DoorPage.response(.fault))
        }
    }

    private func next() -> Errand? {
        bell.wait()
        return waiting.withLock { $0.removeFirst() }
    }
}
