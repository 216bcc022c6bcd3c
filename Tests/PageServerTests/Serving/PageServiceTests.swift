import Application
import Fixtures
import Foundation
import Ledger
import Page
import TestFiles
import Testing

@testable import PageServer

@Suite("PageService: how it ends")
struct PageServiceTests {
    private let scratch: Scratch
    private let folder: PageFolder
    private let platform: Platform

    init() throws {
        scratch = try Scratch()
        folder = try PageFolder(stateFolder: scratch.path + "/state", dataFolder: scratch.path + "/home")
        platform = Platform(
            environment: ["HOME": scratch.path], clock: { at("2026-11-21T10:00:00Z") }, random: { 7 })
    }

    /// Nobody is let in, so that no page is wanted.
    private func service(_ lock: FileLock?, quietEnd: TimeInterval?) -> PageService {
        PageService(
            folder: folder, lock: lock, platform: platform, quietEnd: quietEnd,
            pages: { throw CancellationError() })
    }

    @Test("nobody has come for long: it ends by itself, and the right to serve is free")
    func quiet() async throws {
        try await service(try #require(try folder.lock()), quietEnd: 0).run()
        #expect(folder.servedPort == nil)
        #expect(folder.port != nil)
        #expect(try folder.lock() != nil)
    }

    @Test("while another process serves it waits, and ends when it is told to")
    func waiting() async throws {
        let other = try folder.lock()
        let waiting = Task { [service = service(nil, quietEnd: nil)] in try await service.run() }
        waiting.cancel()
        _ = await waiting.result
        #expect(folder.port == nil)
        withExtendedLifetime(other) {}
    }

    @Test("closed by its user, it ends at once, and the right to serve is free")
    func closed() async throws {
        do {
            let service = service(try #require(try folder.lock()), quietEnd: 3600)
            service.close()
            try await service.run()
        }
        #expect(folder.servedPort == nil)
        #expect(try folder.lock() != nil)
    }
}
