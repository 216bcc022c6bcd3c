import Etiquette
import Foundation
import Text

/// Writes each message as a file that mail programs open: the dry run.
package final class FileTransport: Transport {
    private let folder: URL
    private var count = 0

    /// Never called: a file does not dawdle.
    package var onProgress: (() -> Bool)?

    /// - Parameter folder: an existing folder.
    package init(folder: URL) { self.folder = folder }

    /// `accepted` when the file was written, `notHandedOver` when it could not be.
    package func deliver(_ envelope: Envelope, handOver: () throws -> [UInt8]) -> Delivery {
        do {
            let bytes = try handOver()
            if let fault = WireForm.fault(in: bytes) { return .notHandedOver(fault) }
            let name = EMLName.make(number: count + 1, recipient: envelope.recipient)
            // A later dry run replaces what an earlier one left under the same name.
            try Data(bytes).write(to: folder.appendingPathComponent(name), options: .atomic)
            count += 1
            return .accepted(ServerReply(code: 250, enhancedStatus: nil, text: name, phase: .body))
        } catch {
            return .notHandedOver(error)
        }
    }

    package func close() {}
}

/// The name of a message's file.
package enum EMLName {
    /// `001-jane.okafor@example.org.eml`: letters, digits and `.-_+@` of the address stay, anything else becomes `_`,
    /// so that the name leads to no other folder and hides nowhere.
    package static func make(number: Int, recipient: EmailAddress) -> String {
        let safe = recipient.text.unicodeScalars.map { scalar in
            isSafe(scalar) ? Character(scalar) : "_"
        }
        return "\(number.padded(to: 3))-\(String(safe.prefix(200))).eml"
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", "+", "@": true
        default: false
        }
    }
}
