import Testing

@testable import Page

@Suite struct ViewFieldsTests {
    private struct Row {
        let name: String
        let note: String?
    }

    private struct View {
        let title = "T"
        let isOpen = false
        let count = 3
        let kind = Kind.list
        let none: Row? = nil
        let row: Row? = Row(name: "A", note: nil)
        let rows = [Row(name: "B", note: "b"), Row(name: "C", note: nil)]
        let empty: [Row] = []
        let texts: [String?] = ["x", nil]
        let any: Any = Row(name: "D", note: nil)
    }

    private enum Kind { case list }

    private let fields = ViewFields.shown(View()) as? ViewFields

    @Test func whatAViewHoldsHasItsName() {
        #expect(text(fields, "title") == "T")
        #expect(fields?.child(named: "isOpen") as? Bool == false)
        #expect(fields?.child(named: "count") as? Int == 3)
        #expect(fields?.child(named: "kind") as? Kind == .list)
        #expect(fields?.child(named: "other") == nil)
    }

    private func text(_ fields: ViewFields?, _ name: String) -> String? {
        (fields?.child(named: name) as? TextValue)?.renderText
    }

    /// Not even where something around it has the same name.
    @Test func whatIsNilIsNothing() {
        #expect((fields?.child(named: "none") as? Absent)?.isNull == true)
        #expect((fields?.child(named: "texts") as? [Any])?.count == 1)
        #expect(
            ((fields?.child(named: "row") as? ViewFields)?.child(named: "note") as? Absent)?.isNull == true)
    }

    /// What a row of a list names is what reflection would find.
    @Test func aRowNamesAllThatItHolds() {
        let link = RecordLink(text: "T", path: "/p")
        let rows: [any ListRow] = [
            link, Said("x").pieces[0], Said("x"),
            LogRow(when: "w", what: "x", people: [link], place: link, how: "h", notes: ["n"]),
        ]
        for row in rows {
            for child in Mirror(reflecting: row).children {
                let shown = child.label.flatMap { row.fields.child(named: $0) }
                #expect(shown != nil && !(shown is Absent), "\(type(of: row)).\(child.label ?? "")")
            }
        }
    }

    @Test func whatStandsInItIsReadAsWell() {
        let rows = (fields?.child(named: "rows") as? [Any])?.compactMap { $0 as? ViewFields }
        #expect(rows?.map { text($0, "name") } == ["B", "C"])
        #expect(text(rows?.first, "note") == "b")
        #expect((fields?.child(named: "empty") as? [Any])?.isEmpty == true)
        #expect(text(fields?.child(named: "any") as? ViewFields, "name") == "D")
    }

    /// A dictionary is asked by its own names.
    @Test func aDictionaryStaysOne() {
        #expect((ViewFields.shown(["a": "b"]) as? [String: String]) == ["a": "b"])
    }
}

@Suite struct PageTextTests {
    @Test(arguments: [
        ("<a href=\"x\">'&", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;"), ("Jane Okafor", "Jane Okafor"),
        ("", ""),
        ("&amp;", "&amp;amp;"), ("Ó Briain & Söhne", "Ó Briain &amp; Söhne"),
        // With a mark behind it, it is another character, and markup all the same.
        ("<\u{301}b>", "&lt;\u{301}b&gt;"),
    ])
    func whatWouldBeMarkupIsWrittenOtherwise(text: String, written: String) {
        #expect(PageText().escapeText(text) == written)
    }

    /// The screens are given their text by it.
    @Test func aScreenHasNoMarkupOfItsText() throws {
        let view = ["title": "<b>", "text": "x"]
        #expect(try PageTemplates.render("door", view).contains("&lt;b&gt;"))
    }
}
