import Application
import Etiquette
import Fixtures
import Foundation
import Ledger
import Setup
import Synchronization
import TestFiles
import Wording

@testable import Page

/// A home with a configuration, and the page that shows it, at a moment that a test sets.
final class Desktop {
    let scratch: Scratch
    let application: Application
    let pages: Pages

    static let token = "the-form-token"

    /// - Parameters:
    ///   - now: Friday 4 December 2026, 09:00 in London, where nothing else is said.
    ///   - configuration: nil for a first visit.
    init(
        now: @escaping @Sendable () -> Date = { Date(timeIntervalSince1970: 1_796_374_800) },
        configuration: String? = Sample.all
    ) throws {
        scratch = try Scratch()
        if let configuration { try scratch.file("config.yaml", configuration) }
        let random = SeededRandom()
        let platform = Platform(
            environment: [
                "AFTERWORD_HOME": scratch.path, "XDG_STATE_HOME": scratch.path + "/state",
                "AFTERWORD_NAME_SERVER": "127.0.0.1:9", "PATH": "/usr/bin:/bin",
            ],
            clock: now, random: { random.next() })
        application = try Application(
            platform: platform,
            face: Face(
                sentence: { Wording.sentence(for: $0).text(remedy: { "\($0)" }, field: { "\($0)" }) },
                needsUser: { _ in true }, remark: { _ in }))
        pages = Pages(application: application)
    }

    func get(_ path: String, query: [(String, String)] = []) -> PageResponse {
        pages.response(
            to: PageRequest(
                path: Self.segments(path), query: FormFields(query.map { (name: $0.0, value: $0.1) }),
                formToken: Self.token))
    }

    func post(_ path: String, _ form: [(String, String)] = [], uploads: [String: FormFields.Upload] = [:])
        -> PageResponse
    {
        pages.response(
            to: PageRequest(
                method: .post, path: Self.segments(path),
                form: FormFields(form.map { (name: $0.0, value: $0.1) }, uploads: uploads),
                formToken: Self.token))
    }

    private static func segments(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }
}

extension PageResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// Numbers that are always the same.
private final class SeededRandom: Sendable {
    private let state = Mutex(SeededGenerator(seed: 4))

    func next() -> UInt64 { state.withLock { $0.next() } }
}

/// A clock that stands where a test has set it.
final class SetClock: Sendable {
    private let moment: Mutex<Date>

    init(_ moment: Date) { self.moment = Mutex(moment) }

    func set(_ moment: Date) { self.moment.withLock { $0 = moment } }

    @Sendable func now() -> Date { moment.withLock { $0 } }
}
