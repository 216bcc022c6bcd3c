import ArgumentParser
import Etiquette
import Foundation
import Ledger
import Testing
import Wording

@testable import afterword

@Suite("A remedy is spelt as a command that the program takes") struct RemedySpellingTests {
    private static let jane = Person(
        id: .init(rawValue: 4), name: "Jane O'Brien", address: EmailAddress(recorded: "jane@example.org"),
        salutation: nil)

    private static let third = Message.ID(rawValue: 3)

    static let rows: [(Remedy, String)] = [
        (.approve([.init(rawValue: 1), .init(rawValue: 2)]), "approve 1 2"),
        (.approve([.init(rawValue: 7)], ignoring: "wrong-weekday"), "approve 7 --ignore wrong-weekday"),
        (.release([.init(rawValue: 3)]), "release 3"), (.release([]), "release NUMBER"),
        (.cancel([.init(rawValue: 3), .init(rawValue: 4)]), "cancel 3 4"),
        (.edit(.init(rawValue: 3)), "edit 3"), (.edit(nil), "edit NUMBER"),
        (.show(.init(rawValue: 3)), "show 3"),
        (.resolve(.init(rawValue: 3), delivered: true), "resolve 3 --delivered"),
        (.resolve(.init(rawValue: 3), delivered: false), "resolve 3 --not-delivered"),
        (.resolve(nil), "resolve NUMBER --delivered or --not-delivered"),
        (.printCard(.init(rawValue: 3)), "card 3 > card.html"),
        (.logPosted(.init(rawValue: 4)), "posted 4"),
        (.send, "send"), (.hand(nil), "hand NUMBER"),
        (.hand(.init(rawValue: 3), .show), "hand 3 --print"),
        (.hand(.init(rawValue: 3), .file), "hand 3 --eml FILE"),
        (.hand(.init(rawValue: 3), .sent), "hand 3 --sent"),
        (.hand(.init(rawValue: 3), .notSent), "hand 3 --not-sent"),
        (.tell(.init(rawValue: 1), [.notThem], mail: .init(rawValue: 9)), "heard 1 --mail 9 --not-them"),
        (.tell(.init(rawValue: 1), [.decisionDay]), "heard 1 --decision-by DATE"),
        (
            .tell(nil, [.replied, .thanked, .rejected]),
            "heard N --replied, --replied --courtesy or --rejected"
        ),
        (.heardNothing(.init(rawValue: 1)), "heard 1 --nothing"),
        (.addInterview, "add"),
        (.editInterview(.init(rawValue: 2)), "interview edit 2 --help"),
        (.editInterview(.init(rawValue: 2), .contact), "interview edit 2 --contact \"NAME <ADDRESS>\""),
        (
            .editInterview(.init(rawValue: 2), .talkingPoints([jane])),
            "interview edit 2 --talking-point \"jane@example.org=…\""
        ),
        (.editPerson(.init(rawValue: 4), .address), "person edit 4 --address ADDRESS"),
        (.editPerson(.init(rawValue: 4), .name("Jane $(reboot)")), "person edit 4 --name 'Jane $(reboot)'"),
        (.editPerson(nil, .name(nil)), "person edit PERSON --name NAME"),
        (.verifyPerson(.init(rawValue: 4)), "person verify 4"), (.forget(.init(rawValue: 4)), "forget 4"),
        (.showPerson(.init(rawValue: 4)), "person show 4"),
        (.showAdvice, "advise"), (.showQueue(all: false), "queue"), (.showQueue(all: true), "queue --all"),
        (.listPeople, "person list"), (.listInterviews, "interview list"), (.showAudit, "audit"),
        (.exportAudit, "audit --format csv"), (.auditPerson(.init(rawValue: 4)), "audit --person 4"),
        (.listTemplates, "templates list"),
        (.setUp, "init"), (.check, "doctor"), (.readMailbox, "listen"),
        (.adopt, "doctor --adopt"), (.trustClock, "doctor --clock-is-right"), (.restore(nil), "restore FILE"),
        (.restore("a.sqlite"), "restore a.sqlite"),
        (.installService, "service install"), (.showService, "service status"), (.stayRunning, "run"),
    ]

    @Test(arguments: rows.indices)
    func itIsSpelt(index: Int) {
        let (remedy, words) = Self.rows[index]
        #expect(remedy.command == "afterword " + words)
    }

    @Test(arguments: rows.indices)
    func theProgramTakesIt(index: Int) {
        do {
            _ = try Afterword.parseAsRoot(Self.arguments(Self.rows[index].1))
        } catch {
            // Help is what was asked for.
            #expect(Afterword.exitCode(for: error) == .success, "\(error)")
        }
    }

    /// As a shell takes it apart, with what the user would fill in; of several ways the first.
    private static func arguments(_ command: String) -> [String] {
        let filled = [
            "NUMBER": "1", "PERSON": "4", "N": "1", "DATE": "2026-12-04", "ADDRESS": "a@example.org",
            "NAME": "Jane",
            "FILE": "a.sqlite",
        ]
        var words = command.replacing(/,.*| or .*| > .*/, with: "").matches(of: /"[^"]*"|'[^']*'|\S+/).map {
            $0.output.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
        }
        for (index, word) in words.enumerated() { words[index] = filled[word] ?? word }
        return words
    }

    @Test(arguments: [
        (Remedy.startService, "start"), (.stopService, "stop"), (.restartService, "restart"),
        (.enableService, "enable"),
    ])
    func theServiceIsTheSessionManagers(remedy: Remedy, verb: String) {
        #expect(remedy.command == "systemctl --user \(verb) afterword.service")
    }

    @Test func aSentenceHasItsRemediesInTheOrderOfReading() {
        let sentence: Sentence =
            "Read it: \(.show(Self.third)), then: \(.approve([Self.third])); or say \(.message)."
        #expect(sentence.spelled == "Read it: afterword show 3, then: afterword approve 3; or say --message.")
        #expect(sentence.remedies == [.show(Self.third), .approve([Self.third])])
    }
}
