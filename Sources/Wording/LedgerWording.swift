import Composer
import Etiquette
import Foundation
import Ledger
import Mail
import Sender

extension LedgerProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .newer(let path):
            "\(path) was written by a newer version of Afterword; nothing was changed. Use that version."
        case .damaged(let path, let detail):
            "the database \(path) is damaged (\(Wording.shown(detail, limit: 200))); nothing more is sent from it, and "
                + "no new one is made in its place. Restore it from a backup."
        case .cut(let path, 0, _):
            "the database \(path) was emptied: its file is there but has nothing in it. Nothing more is sent, and no new one is made "
                + "in its place. Bring it back with: \(.restore(nil))"
        case .cut(let path, let bytes, let whole):
            "the database \(path) was cut short: its file has \(bytes) bytes instead of \(whole). Nothing more is sent from "
                + "it, and no new one is made in its place. Bring it back with: \(.restore(nil))"
        case .noDescriptors(let path):
            "\(path) can't be opened, because this computer won't let Afterword open any more files; nothing was changed. Raise "
                + "the limit (LimitNOFILE= of the service, or ulimit -n), or close other programs; then try again."
        case .missing(let path, let mark):
            "there was a database at \(path) and it is gone, or empty; no new one was made in its place. Bring it back with: "
                + "\(.restore(nil)); to start again without it, delete \(mark)"
        case .moved(let path):
            "the database \(path) was taken away or replaced while it was in use; nothing more was sent or written. See "
                + "what is there with: \(.check)"
        case .inDoubt(let path, let doubt): doubt.sentence(path)
        case .copyAtWork(let path):
            "another copy of the database \(path) is being used for sending just now, so nothing was sent from this one. "
                + "Only one of them may send: stop the other, then see what this one may do with: \(.check)"
        case .inTheWay(let path):
            "\(Wording.shown(path)) exists already and is not an earlier backup of this database; it was kept. "
                + "Name another file."
        case .unreadable(let path, let detail):
            "\(Wording.shown(path)) can't be read (\(detail)); nothing was changed."
        case .cannotWrite(let path, let detail):
            "\(path) can't be written (\(Wording.shown(detail, limit: 200))); nothing more was sent or changed. Look at the "
                + "permissions of its folder and at the space on the disk."
        case .busy(let path):
            "another program has kept \(path) locked for half a minute; try again when it has finished."
        case .unsafeSettings(let found):
            "SQLite does not keep the database safely here (\(found)); nothing was changed. Another program may have "
                + "put the file into WAL mode."
        case .refused(let detail):
            "the database refused the change (\(Wording.shown(detail, limit: 200))), and nothing of it was kept; this is "
                + "a bug in Afterword, please report it."
        case .noSuch(let subject, let number):
            "there is no \(subject.rawValue) number \(number); see: \(subject.listing)"
        }
    }
}

extension LedgerProblem.Subject {
    fileprivate var listing: Remedy {
        switch self {
        case .recruitment, .interview: .listInterviews
        case .person: .listPeople
        case .message: .showQueue(all: true)
        case .contact: .showAudit
        case .mail: .showAdvice
        }
    }
}

extension SenderProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .busy: "another Afterword is sending just now, so this one did nothing."
        case .cannotLock(let folder, let errno):
            "the folder \(folder) can't be locked (\(String(cString: strerror(errno)))), so nothing was sent."
        case .clockBehind(let newest, let now):
            "the clock says \(TimeWording.text(now, .gmt)), but the last message went, or was tried, at "
                + "\(TimeWording.text(newest, .gmt)), which is later. Nothing is sent. If the clock is wrong, set it "
                + "right. If it is right now and was ahead then: \(.trustClock)"
        case .noThread(let errno):
            "this computer won't give Afterword a thread to work with (\(String(cString: strerror(errno)))). Nothing is lost: what "
                + "was not sent stays queued. Raise the limit (TasksMax= of the service, or ulimit -u), or close other "
                + "programs; then try again."
        case .noMemory:
            "this computer gives Afterword too little memory to send with. Nothing is lost: what was not sent stays queued. "
                + "Raise the limit (MemoryMax= of the service, or ulimit -v), or close other programs; then try again."
        }
    }
}

extension LetterProblem: Worded {
    package var sentence: Sentence {
        "the message can't be written as a mail (\(String(describing: self))); correct its text with: \(.edit(nil))"
    }
}

extension WordListProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .unknownList(let file):
            "\(file): no list of words has this name; name it like one of those that come with Afterword."
        case .noPhrase(let file, let line):
            "\(file):\(line): this is not a phrase; a line has words, with a|b, (a), begin*, @name, £ and … among them."
        case .unknownKind(let file, let line):
            "\(file):\(line): “For:” takes \(Wording.list(FollowUp.Kind.allCases.map(\.rawValue)))."
        case .unreadable(let problem): problem.sentence
        }
    }
}

extension TemplateProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .unreadable(let file): "\(file) can't be read; look at its permissions."
        case .tooLarge(let file, let bytes, let limit):
            "\(file) has \(bytes) bytes, more than \(limit); shorten it."
        case .notUTF8(let file): "\(file) is not UTF-8; save it as UTF-8."
        case .forbiddenCharacter(let file, let line, let scalar):
            "\(file):\(line): the character U+\(String(scalar, radix: 16, uppercase: true)) can't be seen or changes how "
                + "the text is read; remove it."
        case .noSubject(let file): "\(file): the first line must begin with “Subject:”."
        case .emptySubject(let file, let line): "\(file):\(line): the subject is empty; write one."
        case .unknownHeader(let file, let line, let name):
            "\(file):\(line): \(Wording.quoted(name)) does not belong in a template; only “Subject:” stands above the text."
        case .noEmptyLine(let file, let line):
            "\(file):\(line): an empty line belongs between the subject and the text."
        case .emptyBody(let file): "\(file): there is no text below the subject; write one."
        case .unknownField(let file, let line, let name):
            "\(file):\(line): there is no field {{\(Wording.shown(name, limit: 60))}} in a message of this kind; allowed: "
                + "\(TemplateField.allCases.map(\.rawValue).joined(separator: ", "))."
        case .unsupportedTag(let file, let line, let tag):
            "\(file):\(line): \(Wording.quoted(tag)) is not allowed; a template has {{field}}, {{#field}}…{{/field}}, "
                + "{{^field}}…{{/field}} and {{! comments }}."
        case .unbalancedSection(let file, let line, let name):
            "\(file):\(line): the section {{#\(Wording.shown(name, limit: 60))}} is not opened and closed in pairs."
        case .unknownVariant(let file):
            "\(file): the name does not say what the template is for; begin it with one of: "
                + "\(Variant.allCases.map(\.rawValue).joined(separator: ", "))."
        case .noTemplates(let variant, let language):
            "there is no template \(variant.rawValue) for \(Wording.quoted(language)); set another language, or write one."
        case .unknownLanguage(let language, let known):
            "there are no templates for the language \(Wording.quoted(language)); allowed: "
                + "\(known.joined(separator: ", "))."
        case .unknownVoice(let voice, let known, let language):
            "the configuration asks for the voice \(Wording.quoted(voice.rawValue)), which \(language) does not have; "
                + "\(Wording.allowed(known))."
        case .badLanguage(let file, let line, let fault): "\(file):\(line): \(fault.words)"
        case .notALanguage(let text): "\(Wording.quoted(text)) is not a language; write it like en-GB."
        }
    }
}
