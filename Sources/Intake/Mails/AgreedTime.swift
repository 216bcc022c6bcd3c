import Etiquette
import Foundation
import Mail
import Text

/// When an interview is to take place, as a mail agrees to it, with the line that says so.
struct AgreedTime: Hashable {
    let moment: SpokenMoment
    /// What says so, as it stands there.
    let quote: String
    /// In the text of the mail, from 1; 0 for its subject and for what it quotes.
    let line: Int
}

/// What a mail does to an interview.
enum MailAgreement {
    /// It is agreed, at each of these times.
    case agreed([AgreedTime])
    /// It is taken away: what an earlier mail of the same conversation agreed no longer holds.
    case off
    /// Nothing that can be relied on.
    case nothing

    /// - Parameter written: the day on which it was written, where the user is.
    init(of mail: IncomingMail, written: Day) {
        let reading = AgreementReading(mail, written: written)
        if reading.isOff {
            self = .off
        } else {
            let times = reading.times
            // More are a list to choose from.
            self = times.isEmpty || times.count > Self.most ? .nothing : .agreed(times)
        }
    }

    private static let most = 2
}

/// Looks through what was written now, and, where that agrees to something, through what it answers.
private struct AgreementReading {
    private let sentences: [MailSentence]
    private let senses: [Set<AgreementWords.Sense>]
    private let mail: IncomingMail
    /// What the subject and all sentences say.
    private let whole: Set<AgreementWords.Sense>
    private let written: Day

    init(_ mail: IncomingMail, written: Day) {
        self.mail = mail
        self.written = written
        // What the subject says stands on no line of the text.
        let subject = MailSentence(text: mail.headers.subject, line: 0)
        sentences = [subject] + MailSentence.all(in: mail.newText)
        senses = sentences.map { AgreementWords.senses(of: $0.text) }
        whole = senses.reduce([]) { $0.union($1) }
    }

    var isOff: Bool { whole.contains(.off) }

    /// It says so in its words, or a meeting is spoken of and nothing tells that it is another kind of one.
    private var isAboutInterview: Bool {
        let text = sentences.map(\.text).joined(separator: "\n")
        if whole.contains(.interview) || InterviewWords.has(InterviewWords.ofInterviews, in: text) {
            return true
        }
        guard !whole.contains(.otherwise) else { return false }
        let isMeeting = InterviewWords.has(InterviewWords.ofMeetings, in: text)
        let isAwaited = AgreementWords.senses(of: text).contains(.awaited)
        return isAwaited || isMeeting && whole.contains(.application)
    }

    /// Each moment once, in the order of the text.
    var times: [AgreedTime] {
        guard isAboutInterview else { return [] }
        let told = unique(sentences.indices.flatMap(agreed))
        if !told.isEmpty { return told }
        let invited = invited
        if !invited.isEmpty { return invited }
        // Said in one place, and the time in another: there must be no other that could be meant.
        guard isSettled else { return [] }
        let all = unique(sentences.indices.flatMap(moments(of:)) + labelled)
        if !all.isEmpty { return all.count == 1 ? all : [] }
        return whole.contains(.agreed) ? answered : []
    }

    private func unique(_ times: [AgreedTime]) -> [AgreedTime] {
        times.reduce(into: []) { all, time in
            let isKnown = all.contains {
                $0.moment.day == time.moment.day && $0.moment.time.first == time.moment.time.first
            }
            if !isKnown { all.append(time) }
        }
    }

    /// Something is said to be agreed, or to be so unless somebody answers, and nobody is asked to.
    private var isSettled: Bool {
        !whole.contains(.asked) && !whole.contains(.proposed)
            && !whole.isDisjoint(with: [.agreed, .invited])
            && !sentences.indices.contains { isOpen($0) && hasMoment($0) }
    }

    private func hasMoment(_ index: Int) -> Bool {
        !SpokenMoment.all(in: sentences[index].text, written: written).isEmpty
    }

    /// The times of a sentence that is agreed there or in the one beside it.
    private func agreed(_ index: Int) -> [AgreedTime] {
        let near = [index - 1, index, index + 1].filter(sentences.indices.contains)
        let isAgreed = near.contains { senses[$0].contains(.agreed) && !isOpen($0) }
        return isAgreed ? moments(of: index) : []
    }

    /// The only moment of the mail, in a sentence that invites to it: that they ask whether it suits is no doubt about when it
    /// is, and the user is asked before anything is recorded.
    private var invited: [AgreedTime] {
        let spoken = sentences.flatMap { SpokenMoment.all(in: $0.text, written: written) }
        guard Set(spoken.map { [$0.day.number, $0.time.first] }).count == 1 else { return [] }
        return unique(
            sentences.indices.filter {
                senses[$0].contains(.invited) && !senses[$0].contains(.proposed)
                    && !sentences[$0].text.contains("?")
            }.flatMap(moments(of:)))
    }

    private func moments(of index: Int) -> [AgreedTime] {
        let sentence = sentences[index]
        guard !isOpen(index) else { return [] }
        let moments = SpokenMoment.all(in: sentence.text, written: written)
        // Of two in one sentence one is to be chosen, or one is the old one.
        guard moments.count == 1, let moment = moments.first else { return [] }
        return [AgreedTime(moment: moment, quote: sentence.text, line: sentence.line)]
    }

    /// A question or a proposal.
    private func isOpen(_ index: Int) -> Bool {
        let senses = senses[index]
        if sentences[index].text.contains("?") || senses.contains(.proposed) { return true }
        return !senses.contains(.agreed) && !senses.isDisjoint(with: [.offered, .asked])
    }

    // MARK: - Date: … Time: …

    /// A day and a time on lines of their own, as systems write them.
    private var labelled: [AgreedTime] {
        let lines = mail.newText.lines.enumerated().compactMap { index, line in
            DescriptionShape.labelled(line).map { (number: index + 1, label: $0.label, value: $0.value) }
        }
        let days = lines.filter { AgreementWords.dayLabels.contains($0.label) }
        let times = lines.filter { AgreementWords.timeLabels.contains($0.label) }
        guard days.count == 1, times.count == 1, let day = days.first, let time = times.first else {
            return []
        }
        let text = "\(day.value) \(time.value)"
        let moments = SpokenMoment.all(in: text, written: written)
        guard moments.count == 1, let moment = moments.first else { return [] }
        return [AgreedTime(moment: moment, quote: text, line: day.number)]
    }

    // MARK: - What it answers

    /// The only moment of what it answers.
    private var answered: [AgreedTime] {
        // Without the lines that say who wrote it, and when.
        let lines = mail.quotedText.lines
        let marked = lines.filter { $0.first == ">" }.map { $0.drop { "> ".contains($0) } }
        let quoted = (marked.isEmpty ? lines.filter { !Self.isHeader($0) } : marked).joined(separator: "\n")
        let times = unique(
            MailSentence.all(in: quoted).flatMap { sentence in
                SpokenMoment.all(in: sentence.text, written: written).map {
                    AgreedTime(moment: $0, quote: sentence.text, line: 0)
                }
            })
        return times.count == 1 ? times : []
    }

    private static func isHeader(_ line: Substring) -> Bool {
        line.contains("@")
            || DescriptionShape.labelled(line).map { AgreementWords.headers.contains($0.label) } ?? false
    }
}
