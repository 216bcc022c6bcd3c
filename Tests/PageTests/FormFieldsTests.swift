import Testing

@testable import Page

@Suite struct FormFieldsTests {
    @Test func aNameMayComeSeveralTimes() {
        let fields = FormFields([("name", "Jane"), ("email", ""), ("name", "Tom")])
        #expect(fields["name"] == "Jane")
        #expect(fields.all("name") == ["Jane", "Tom"])
        #expect(fields["role"] == nil)
    }
}
