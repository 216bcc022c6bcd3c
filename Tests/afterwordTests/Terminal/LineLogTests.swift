import Foundation
import Logging
import Synchronization
import Testing

@testable import afterword

@Suite struct LineLogTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private func lines(_ use: (inout Logger) -> Void) -> [String] {
        let lines = Lines()
        var logger = Logger(label: "test") { _ in
            LineLog(clock: { Date(timeIntervalSince1970: 1_795_273_200) }) { line in
                lines.all.withLock { $0.append(line) }
            }
        }
        use(&logger)
        return lines.all.withLock { $0 }
    }

    @Test func anEventIsALineWithTimeLevelAndFields() {
        #expect(
            lines { $0.notice("sent", metadata: ["reply": "250 queued as 4711", "message": "3"]) }
                == ["2026-11-21T15:00:00Z notice sent message=3 reply=\"250 queued as 4711\""])
    }

    @Test(arguments: [
        ("plain", "plain"), ("2026-11-21T15:00:00Z", "2026-11-21T15:00:00Z"), ("", "\"\""),
        ("two words", "\"two words\""), ("a=b", "\"a=b\""), ("say \"hi\"", "\"say \\\"hi\\\"\""),
        ("line\r\n2026 notice sent", "\"line\\u{D}\\u{A}2026 notice sent\""), ("caf\u{E9}", "\"caf\u{E9}\""),
        ("\u{1B}[31mred", "\"\\u{1B}[31mred\""),
    ])
    func whateverAServerSaysStaysOneLineThatCanBeRead(value: String, shown: String) {
        let found = lines { $0.warning("deferred", metadata: ["why": "\(value)"]) }
        #expect(found == ["2026-11-21T15:00:00Z warning deferred why=\(shown)"])
    }

    @Test func aLongValueIsCut() {
        let found = lines {
            $0.warning("deferred", metadata: ["why": "\(String(repeating: "x ", count: 500))"])
        }
        #expect(found[0].count < 400)
        #expect(found[0].hasSuffix("…\""))
    }

    @Test func whatIsBelowTheLevelIsNotWritten() {
        #expect(lines { $0.debug("chatter") } == [])
        #expect(
            lines {
                $0.logLevel = .critical
                $0.error("chatter")
            } == [])
    }

    @Test func whatBelongsToTheLoggerIsWrittenToo() {
        #expect(
            lines {
                $0[metadataKey: "run"] = "1"
                $0.info("waiting")
            } == ["2026-11-21T15:00:00Z info waiting run=1"])
    }
}
