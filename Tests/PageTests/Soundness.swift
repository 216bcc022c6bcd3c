import Testing

@testable import Page

/// What every page is held to, whatever it shows.
func expectSound(
    _ response: PageResponse, _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
    let page = Markup(response.text)
    let name = "\(what): \(page.all("title").first?.text ?? "")"
    #expect(page.faults == [], "\(name)", sourceLocation: sourceLocation)
    #expect(page.all("h1").count == 1, "\(name)", sourceLocation: sourceLocation)
    #expect(page.unlabelled == [], "\(name)", sourceLocation: sourceLocation)
    #expect(page.brokenReferences == [], "\(name)", sourceLocation: sourceLocation)
    #expect(page.all("script") == [], "\(name)", sourceLocation: sourceLocation)
    #expect(page.all("style") == [], "\(name)", sourceLocation: sourceLocation)
    for element in page.elements {
        let attributes = element.attributes
        #expect(attributes["style"] == nil, "\(name)", sourceLocation: sourceLocation)
        #expect(
            !attributes.keys.contains { $0.hasPrefix("on") }, "\(name): \(attributes)",
            sourceLocation: sourceLocation)
        for source in ["src", "action", "href", "formaction"] {
            guard let address = attributes[source] else { continue }
            let isOurs = address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#")
            // A link that leaves the page is one that the user's own mail program, or their provider, opens.
            let leaves = element.name == "a" && attributes["rel"] == "noreferrer"
            #expect(isOurs || leaves, "\(name): \(address)", sourceLocation: sourceLocation)
        }
        if element.name == "form", attributes["method"] == "post" {
            #expect(attributes["action"] != nil, "\(name)", sourceLocation: sourceLocation)
        }
    }
    let posts = page.all("form").filter { $0.attributes["method"] == "post" }.count
    let tokens = page.all("input").filter { $0.attributes["name"] == FormFields.tokenName }
    #expect(tokens.count == posts, "\(name)", sourceLocation: sourceLocation)
    #expect(
        tokens.allSatisfy { $0.attributes["value"] == Desktop.token }, "\(name)",
        sourceLocation: sourceLocation)
}
