import Application
import Foundation
import Page
import Synchronization

/// Leads each request from the door to the pages, and the answer back.
final class Reception: Sendable {
    private let folder: PageFolder
    private let platform: Platform
    private let thread: PageThread
    private let port = Atomic(0)
    private let sessions = Mutex(Sessions())
    private let lastVisit: Mutex<Date>
    private let endsWithVisit: Bool
    private let end: AsyncStream<Void>.Continuation
    /// Ends when the user has closed the page.
    let untilClosed: AsyncStream<Void>

    /// Bytes that a form without a file may have.
    static let formLimit = 64 * 1024

    /// - Parameter endsWithVisit: the user may close the page.
    init(folder: PageFolder, platform: Platform, thread: PageThread, endsWithVisit: Bool) {
        self.endsWithVisit = endsWithVisit
        (untilClosed, end) = AsyncStream.makeStream()
        (self.folder, self.platform, self.thread) = (folder, platform, thread)
        lastVisit = Mutex(platform.now)
    }

    func open(port: Int) { self.port.store(port, ordering: .releasing) }

    private var door: Door {
        Door(port: port.load(ordering: .acquiring), cookieName: "afterword-" + folder.key)
    }

    /// When somebody who was let in looked last.
    var quietSince: Date { lastVisit.withLock { $0 } }

    /// The answer to a request.
    ///
    /// - Parameter body: reads so many bytes at most, and nil where there are more. It is only asked where the request was let
    ///   in.
    func answer(
        to head: RequestHead, body: (_ limit: Int) async throws -> [UInt8]?
    ) async throws -> DoorAnswer {
        let (now, door) = (platform.now, door)
        switch door.decide(head, sessions: sessions.withLock { $0 }, at: now) {
        case .refused(let refusal): return DoorAnswer(DoorPage.response(refusal))
        case .entering(let token): return enter(with: token, at: now)
        case .entered: return DoorAnswer(DoorPage.hall)
        case .asset(let asset): return DoorAnswer(asset)
        case .admitted(let session, let target):
            lastVisit.withLock { $0 = now }
            guard head.method == "POST" else {
                return await answer(to: PageRequest(target, session, endsWithVisit: endsWithVisit))
            }
            return try await take(head, target, session, body: body)
        }
    }

    private func enter(with token: String, at now: Date) -> DoorAnswer {
        guard folder.redeem(token, at: now) else { return DoorAnswer(DoorPage.response(.tokenSpent)) }
        lastVisit.withLock { $0 = now }
        let session = sessions.withLock { $0.begin(at: now, random: platform.freshID) }
        return DoorAnswer(.seeOther("/" + Door.hall), cookie: door.cookie(for: session))
    }

    private func take(
        _ head: RequestHead, _ target: RequestTarget, _ session: Session,
        body: (_ limit: Int) async throws -> [UInt8]?
    ) async throws -> DoorAnswer {
        guard let contentType = head.only("content-type") else {
            return DoorAnswer(DoorPage.response(.malformed))
        }
        let bringsFiles = contentType.lowercased().hasPrefix("multipart/form-data")
        let limit = Self.formLimit + (bringsFiles ? Pages.uploadLimit : 0)
        guard let bytes = try await body(limit) else {
            return DoorAnswer(DoorPage.response(.tooLarge(limit: limit)))
        }
        guard let form = Self.form(bytes, contentType) else {
            return DoorAnswer(DoorPage.response(.malformed))
        }
        let token = form.all(FormFields.tokenName)
        guard token.count == 1 else { return DoorAnswer(DoorPage.response(.malformed)) }
        guard session.formToken.matches(token[0]) else {
            return DoorAnswer(again(form, head.target, session))
        }
        return await answer(to: PageRequest(target, session, form: form, endsWithVisit: endsWithVisit))
    }

    private func answer(to request: PageRequest) async -> DoorAnswer {
        let response = await thread.response(to: request)
        if response.isLast { close() }
        return DoorAnswer(response)
    }

    /// The user wants no more of it.
    func close() { end.finish() }

    /// It comes from a page of ours, or the door would have refused it, and from a session that has ended: the user says
    /// whether it still holds.
    private func again(_ form: FormFields, _ target: String, _ session: Session) -> PageResponse {
        guard form.uploads.isEmpty else { return DoorPage.response(.staleForm) }
        return DoorPage.again(form, to: target, token: session.formToken.text)
    }

    private static func form(_ bytes: [UInt8], _ contentType: String) -> FormFields? {
        switch HeaderParameters(contentType)?.value {
        case "application/x-www-form-urlencoded": URLEncodedForm.fields(bytes).map { FormFields($0) }
        case "multipart/form-data": MultipartForm.fields(bytes, contentType: contentType)
        default: nil
        }
    }
}

/// What goes back, and the cookie that goes with it.
struct DoorAnswer: Sendable {
    let response: PageResponse
    let cookie: String?

    init(_ response: PageResponse, cookie: String? = nil) {
        (self.response, self.cookie) = (response, cookie)
    }
}

extension PageRequest {
    fileprivate init(
        _ target: RequestTarget, _ session: Session, form: FormFields? = nil, endsWithVisit: Bool
    ) {
        self.init(
            method: form == nil ? .get : .post, path: target.path, query: target.query,
            form: form ?? FormFields(), formToken: session.formToken.text, endsWithVisit: endsWithVisit)
    }
}
