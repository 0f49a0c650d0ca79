#include "import/documents/ccda/xml.h"

#include "base/text.h"
#include "chart/rendition_text.h"
#include "import/documents/readers.h"

#include <algorithm>

namespace cw::ccda {

namespace {

constexpr int depthLimit = 200;

/// Takes the prefixes off all names and finds the first element that stands too deep.
struct Preparation final : pugi::xml_tree_walker {
    pugi::xml_node tooDeep;
    bool for_each(pugi::xml_node& node) override
    {
        if (depth() >= depthLimit) tooDeep = node;
        const std::string_view name = node.name();
        const auto colon = name.find(':');
        if (colon != std::string_view::npos) node.set_name(std::string(name.substr(colon + 1)).c_str());
        return !tooDeep;
    }
};

/// "line 12, column 5", the column in characters.
std::string placeOf(std::string_view text, std::ptrdiff_t offset)
{
    const auto at =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), 0, text.size());
    const auto before = text.substr(0, at);
    const auto lineFeed = before.rfind('\n');
    const auto inLine = before.substr(lineFeed == std::string_view::npos ? 0 : lineFeed + 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto column = std::count_if(inLine.begin(), inLine.end(),
                                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return "line " + std::to_string(line) + ", column " + std::to_string(column + 1);
}

/// What `encoding="…"` of the XML declaration says.
std::string_view declaredEncoding(std::string_view bytes)
{
    const auto head = bytes.substr(0, std::min<std::size_t>(bytes.size(), 200));
    const auto declaration = head.substr(0, head.find("?>"));
    if (declaration.find("<?xml") == std::string_view::npos) return {};
    const auto name = declaration.find("encoding");
    if (name == std::string_view::npos) return {};
    const auto open = declaration.find_first_of("\"'", name);
    if (open == std::string_view::npos) return {};
    const auto close = declaration.find(declaration[open], open + 1);
    return close == std::string_view::npos ? std::string_view{} : declaration.substr(open + 1, close - open - 1);
}

void appendWords(pugi::xml_node element, std::string& out)
{
    for (const auto child : element.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            out += child.value();
        } else if (child.type() == pugi::node_element) {
            const bool isBreak = std::string_view(child.name()) == "br";
            if (isBreak) out += ' ';
            appendWords(child, out);
        }
    }
}

}  // namespace

Result<Xml> Xml::parse(std::string_view bytes, std::string_view name)
{
    const std::string label(name);
    CW_TRY(const auto text, toUtf8(bytes, declaredEncoding(bytes), label));
    if (text.find('\0') != std::string::npos)
        return Error{ErrorKind::invalidInput, "IMPORT-231", label + ": not XML: holds bytes with the value 0"};
    Xml xml;
    const auto parsed = xml.m_document.load_buffer(text.data(), text.size(),
                                                   pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype,
                                                   pugi::encoding_utf8);
    // Before the fault: an entity bomb is told as what it is, even when it is broken.
    for (const auto node : xml.m_document.children()) {
        if (node.type() == pugi::node_doctype)
            return Error{ErrorKind::invalidInput, "IMPORT-230",
                         label + ": has a document type declaration, which C-CDA has not (it could bring entities)"};
    }
    if (!parsed) {
        const bool isAtEnd =
            static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)) + 2 >= text::trim(text).size();
        return Error{ErrorKind::invalidInput, "IMPORT-232",
                     label + ": " + placeOf(text, parsed.offset) + ": not well-formed XML: " + parsed.description() +
                         (isAtEnd ? " (the file is cut off)" : "")};
    }
    Preparation preparation;
    xml.m_document.traverse(preparation);
    if (preparation.tooDeep)
        return Error{ErrorKind::invalidInput, "IMPORT-233",
                     label + ": " + placeOf(text, preparation.tooDeep.offset_debug()) +
                         ": more than 200 elements inside each other"};
    return xml;
}

std::vector<pugi::xml_node> Xml::roots() const
{
    std::vector<pugi::xml_node> all;
    for (const auto node : m_document.children())
        if (node.type() == pugi::node_element) all.push_back(node);
    return all;
}

std::string_view attribute(pugi::xml_node element, const char* name)
{
    return text::trim(element.attribute(name).value());
}

std::string_view idOf(pugi::xml_node element)
{
    const auto id = attribute(element, "ID");
    return id.empty() ? attribute(element, "id") : id;
}

std::string wordsOf(pugi::xml_node element)
{
    std::string all;
    appendWords(element, all);
    return foldedText(all);
}

bool isNull(pugi::xml_node element)
{
    return !element || element.attribute("nullFlavor");
}

bool hasTemplate(pugi::xml_node element, std::string_view oid)
{
    const auto ids = element.children("templateId");
    return std::any_of(ids.begin(), ids.end(), [&](pugi::xml_node id) { return attribute(id, "root") == oid; });
}

std::string nullWords(pugi::xml_node element)
{
    static constexpr std::pair<std::string_view, std::string_view> flavors[] = {
        {"NI", "no information"},     {"NA", "not applicable"}, {"UNK", "unknown"},  {"ASKU", "asked but not known"},
        {"NAV", "not available now"}, {"NASK", "not asked"},    {"MSK", "withheld"}, {"OTH", "other"},
        {"NP", "not present"}};
    const auto flavor = attribute(element, "nullFlavor");
    for (const auto& [code, words] : flavors)
        if (flavor == code) return std::string(words);
    return foldedText(flavor);
}

}  // namespace cw::ccda
