import Foundation
import Testing

@testable import afterword

/// Who edits a message.
extension Applicant {
    /// With the drafts or queued messages of one interview.
    static func withMessages() throws -> Applicant {
        let ada = try Applicant()
        try ada.add()
        return ada
    }

    /// The environment with a shell script in the place of an editor, with the file as its last argument.
    func editor(_ script: String) throws -> [String: String] {
        [
            // Read by a shell, not executed: another test may fork while this file is still open for writing.
            "EDITOR": "/bin/sh " + (try scratch.file("editor.sh", script + "\n", mode: 0o600)),
            "TMPDIR": scratch.path,
        ]
    }
}
