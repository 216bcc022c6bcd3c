import Mail

/// Tells bounces from other mail: by the report of RFC 3464 where there is one, else by the words and habits of the
/// system that wrote it.
struct BounceRecogniser {
    let phrases: MailPhrases

    /// nil for what is no notice of delivery.
    func nature(of mail: IncomingMail) -> Nature? {
        let copy = ReturnedCopy(in: mail.notices)
        let signs = NoticeSigns(mail, copy: copy, phrases: phrases)
        if let report = report(in: mail, signs: signs), let nature = nature(of: report, in: mail, copy, signs)
        {
            return nature
        }
        if mail.headers.contentType.parameter("report-type") == "disposition-notification"
            || mail.disposition != nil
        {
            // Some delivery agents reject in this form: "automatically rejected".
            guard signs.text[.bounce] != nil, mail.disposition?.kind != "displayed" else { return nil }
        } else if !signs.suffice {
            return nil
        }
        if signs.isStillTried {
            return .automatic(AutomaticAnswer(sort: .delay, returns: nil, evidence: signs.evidence))
        }
        return .bounce(
            notice(mail, copy, recipients: traced(spoken(in: mail, copy), in: mail, copy), signs.evidence))
    }

    /// The report, if this mail is a notice and does not only pass one on.
    private func report(in mail: IncomingMail, signs: NoticeSigns) -> DeliveryReport? {
        let isNotice =
            mail.headers.contentType.name == "multipart/report" || (signs.isFromMachine && !signs.isAnswer)
        guard isNotice || signs.suffice else { return nil }
        return mail.deliveryReports.first { !$0.isEnclosed && !$0.recipients.isEmpty }
            ?? mail.deliveryReports.first { !$0.recipients.isEmpty && signs.isFromMachine }
    }

    private func nature(
        of report: DeliveryReport, in mail: IncomingMail, _ copy: ReturnedCopy?, _ signs: NoticeSigns
    ) -> Nature? {
        let outcomes = report.recipients.map { ($0, Self.outcome($0, signs: signs)) }
        let failed = outcomes.filter { $0.1 == .failed }.map(\.0)
        if !failed.isEmpty {
            var recipients = failed.compactMap { recipient($0, in: mail) }
            if recipients.isEmpty { recipients = spoken(in: mail, copy, beside: failed.first) }
            recipients = traced(recipients, in: mail, copy)
            return .bounce(notice(mail, copy, recipients: recipients, [.deliveryReport] + signs.evidence))
        }
        if outcomes.contains(where: { $0.1 == .delayed }) {
            return .automatic(AutomaticAnswer(sort: .delay, returns: nil, evidence: [.deliveryReport]))
        }
        if outcomes.contains(where: { $0.1 == .delivered }) {
            return .automatic(AutomaticAnswer(sort: .delivery, returns: nil, evidence: [.deliveryReport]))
        }
        return nil
    }

    private enum Outcome { case failed, delayed, delivered }

    /// RFC 3464 2.3.3; a report without an action is understood by its status, then by its words.
    private static func outcome(_ recipient: DeliveryReport.Recipient, signs: NoticeSigns) -> Outcome? {
        switch recipient.action {
        case "failed"?, "failure"?, "fail"?, "undeliverable"?: return .failed
        case "delayed"?, "delay"?, "deferred"?: return .delayed
        case "delivered"?, "relayed"?, "expanded"?, "deliverable"?: return .delivered
        default: break
        }
        switch (recipient.status ?? recipient.diagnostic?.filter(\.isNumber) ?? "").first {
        case "5"?: return .failed
        case "4"?: return signs.isStillTried ? .delayed : .failed
        case "2"?: return .delivered
        default: return signs.speaksOfFailure ? .failed : nil
        }
    }

    private func recipient(_ report: DeliveryReport.Recipient, in mail: IncomingMail) -> FailedRecipient? {
        let named = [report.final, report.original].compactMap { $0 }.filter { $0.contains("@") }
        guard let address = named.first else { return nil }
        return FailedRecipient(
            address: address, aliases: named.dropFirst().filter { $0 != address }, status: report.status,
            words: report.diagnostic, text: mail.notices,
            sender: NoticeAddresses(mail, phrases: phrases).sender, phrases: phrases)
    }

    /// With the addresses that stand before each: a list or an alias made others of the one that was written to.
    private func traced(
        _ recipients: [FailedRecipient], in mail: IncomingMail, _ copy: ReturnedCopy?
    ) -> [FailedRecipient] {
        let origins = NoticeAddresses(mail, phrases: phrases).origins(in: copy?.before ?? mail.notices)
        let isAlone = recipients.count == 1
        return recipients.map { recipient in
            var recipient = recipient
            let before = origins.filter { isAlone || $0.failed == recipient.address }.map(\.origin)
            for address in before + (isAlone ? Self.failedByHeader(mail) : [])
            where address != recipient.address && !recipient.aliases.contains(address) {
                recipient.aliases.append(address)
            }
            return recipient
        }
    }

    /// As Exim writes it; a pipe that it names is no address.
    private static func failedByHeader(_ mail: IncomingMail) -> [String] {
        mail.headers.addresses(in: "x-failed-recipients").map(\.address).filter { !$0.contains("|") }
    }

    /// Who did not get it, by the words of the notice; else by its headers; else by those of what came back.
    ///
    /// - Parameter report: what is said of somebody whose address can't be read.
    private func spoken(
        in mail: IncomingMail, _ copy: ReturnedCopy?, beside report: DeliveryReport.Recipient? = nil
    ) -> [FailedRecipient] {
        let reader = NoticeAddresses(mail, phrases: phrases)
        let before = copy?.before ?? mail.notices
        var found = Self.failedByHeader(mail)
        if found.isEmpty, let recipient = mail.disposition?.recipient, recipient.contains("@") {
            found = [recipient]
        }
        if found.isEmpty { found = reader.failed(in: before) }
        if found.isEmpty, let copy { found = reader.failed(in: copy.behind) }
        if found.isEmpty { found = reader.failed(in: mail.headers.subject) }
        if found.isEmpty, copy != nil { found = reader.failed(in: mail.notices) }
        if found.isEmpty { found = returnedTo(mail, copy) }
        return found.prefix(50).map {
            FailedRecipient(
                address: $0, status: report?.status, words: report?.diagnostic ?? words(on: $0, in: before),
                text: before, sender: reader.sender, phrases: phrases)
        }
    }

    private func returnedTo(_ mail: IncomingMail, _ copy: ReturnedCopy?) -> [String] {
        guard let returned = copy?.headers ?? mail.enclosed.first else { return [] }
        let to = returned.addresses(in: "x-envelope-to") + returned.to
        if let first = to.first(where: { !$0.address.isEmpty }) { return [first.address] }
        let hop = returned.value("received") ?? ""
        return hop.firstMatch(of: /\bfor <([^<>\s]+@[^<>\s]+)>/).map { [$0.1.lowercased()] } ?? []
    }

    /// The line that names the address and the two below it: there the server's words are.
    private func words(on address: String, in text: String) -> String? {
        let lines = text.split(separator: "\n")
        guard let index = lines.firstIndex(where: { $0.lowercased().contains(address) }) else { return nil }
        return ShownText.line(lines[index...].prefix(4).joined(separator: " "))
    }

    private func notice(
        _ mail: IncomingMail, _ copy: ReturnedCopy?, recipients: [FailedRecipient], _ evidence: [FactEvidence]
    ) -> BounceNotice {
        let returned = mail.enclosed + [copy?.headers].compactMap { $0 }
        let named = ["x-cm-original-message-id", "original-message-id", "x-original-message-id"]
            .compactMap { mail.headers.value($0) }.map { $0.filter { $0 != "<" && $0 != ">" } }
        var ids = returned.compactMap(\.messageID) + named
        if let id = mail.disposition?.originalMessageID { ids.append(id) }
        ids += mail.headers.inReplyTo + mail.headers.references
        let subject = returned.map(\.subject).first { !$0.isEmpty }
        return BounceNotice(recipients: recipients, messageIDs: ids, subject: subject, evidence: evidence)
    }
}
