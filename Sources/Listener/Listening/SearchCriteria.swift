import Etiquette
import Foundation
import Mail

extension SearchTerms {
    /// What the server is asked: any of the groups.
    var criteria: Criteria {
        .any(
            (from + mailSystems + people).map { .from($0) }
                + replyTo.map { .header(.replyTo, $0) }
                + messageIDs.flatMap { [.header(.inReplyTo, $0), .header(.references, $0)] }
                + returnPaths.map { .header(.returnPath, $0) }
                + names.flatMap { [.subject($0), .from($0)] })
    }

    /// Whether a header is one that notices bear: their text says whether they are about a message of ours.
    func mayBeNotice(_ found: IncomingHeaders) -> Bool {
        let writers = (found.from + found.sender).map { "\($0.name) \($0.address)".lowercased() }
        if mailSystems.contains(where: { system in writers.contains { $0.contains(system) } }) { return true }
        if found.contentType.name == "multipart/report" { return true }
        let returnPath = found.value("return-path")?.lowercased() ?? ""
        return returnPaths.contains(where: returnPath.contains)
    }

    /// For whom is looked, as a name of it: where it changes, what was read before is searched once more. Message-IDs
    /// have no part in it, since nothing answers a message before it has left.
    var digest: String {
        let groups = [from, replyTo, people, names]
        let text = groups.map { $0.sorted().joined(separator: "\n") }.joined(separator: "\n\n")
        return Digest.sha256(Array(text.utf8))
    }
}
