#include "import/icd/xml_text.h"

#include "base/text.h"
#include "import/release_dates.h"

#include <algorithm>

namespace cw {

namespace {

constexpr int depthLimit = 64;

/// Finds the first element that stands deeper than any official file has it.
struct DepthGuard final : pugi::xml_tree_walker {
    pugi::xml_node tooDeep;
    bool for_each(pugi::xml_node& node) override
    {
        if (depth() > depthLimit) tooDeep = node;
        return !tooDeep;
    }
};

std::size_t lineOf(const std::vector<std::size_t>& starts, std::ptrdiff_t offset)
{
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), at) - starts.begin());
}

std::vector<std::size_t> lineStarts(std::string_view bytes)
{
    std::vector<std::size_t> starts = {0};
    for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
        starts.push_back(at + 1);
    return starts;
}

bool saysCp1252(std::string_view bytes)
{
    const auto head = text::lowerAscii(bytes.substr(0, std::min(bytes.find("?>"), std::size_t{200})));
    return head.find("windows-1252") != std::string::npos || head.find("iso-8859-1") != std::string::npos;
}

void appendText(pugi::xml_node element, std::string& out)
{
    for (const auto child : element.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            out += child.value();
        else
            appendText(child, out);
    }
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The text after a declaration, comment or processing instruction at its beginning; the same when there is none.
std::string_view afterProlog(std::string_view head)
{
    const auto after = [head](std::string_view end) {
        const auto at = head.find(end);
        return at == std::string_view::npos ? std::string_view{} : head.substr(at + end.size());
    };
    if (head.starts_with("<?")) return after("?>");
    if (head.starts_with("<!--")) return after("-->");
    if (head.starts_with("<!DOCTYPE")) {  // Refused later; an internal subset ends in "]>".
        const auto close = head.find('>');
        const auto open = head.find('[');
        return open < close ? after("]>") : after(">");
    }
    return head;
}

}  // namespace

Result<XmlText> XmlText::parse(std::string_view bytes, const std::string& label, std::string_view root)
{
    bool isUtf8 = text::isUtf8(bytes);
    const std::string converted = !isUtf8 && saysCp1252(bytes) ? text::fromCp1252(bytes) : std::string();
    if (!converted.empty()) {
        bytes = converted;
        isUtf8 = true;
    }
    XmlText xml;
    xml.m_label = label;
    xml.m_lineStarts = lineStarts(bytes);
    const auto place = [&](std::ptrdiff_t offset) {
        return label + ": line " + std::to_string(lineOf(xml.m_lineStarts, offset)) + ": ";
    };
    if (!isUtf8 || bytes.find('\0') != std::string_view::npos)
        return Error{ErrorKind::invalidInput, "IMPORT-101", label + ": not UTF-8 text"};
    const auto parsed = xml.m_document.load_buffer(bytes.data(), bytes.size(),
                                                   pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    if (!parsed) {
        const bool atEnd = static_cast<std::size_t>(parsed.offset) + 2 >= text::trim(bytes).size();
        return Error{ErrorKind::invalidInput, "IMPORT-102",
                     place(parsed.offset) + "not well-formed XML: " + parsed.description() +
                         (atEnd ? " (the file is cut off)" : "")};
    }
    int roots = 0;
    for (const auto node : xml.m_document.children()) {
        if (node.type() == pugi::node_doctype)
            return Error{ErrorKind::invalidInput, "IMPORT-103",
                         label + ": has a document type declaration, which no official file has"};
        if (node.type() == pugi::node_element) ++roots;
    }
    if (roots != 1 || xml.root().name() != root)
        return Error{ErrorKind::invalidInput, "IMPORT-104",
                     place(xml.root().offset_debug()) + "the root element must be <" + std::string(root) + ">, not <" +
                         xml.root().name() + ">" + (roots > 1 ? " and others" : "")};
    DepthGuard guard;
    xml.m_document.traverse(guard);
    if (guard.tooDeep)
        return Error{ErrorKind::invalidInput, "IMPORT-105",
                     place(guard.tooDeep.offset_debug()) + "more than 64 elements inside each other"};
    return xml;
}

std::string XmlText::version() const
{
    return textOf(root().child("version"));
}

Error XmlText::fault(std::string_view id, pugi::xml_node at, const std::string& reason) const
{
    return {ErrorKind::invalidInput, id,
            m_label + ": line " + std::to_string(lineOf(m_lineStarts, at.offset_debug())) + ": " + reason};
}

std::string oneLine(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text::trim(text)) {
        if (!isBlank(c))
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    }
    return out;
}

std::string textOf(pugi::xml_node element)
{
    const auto only = element.first_child();
    if (only && !only.next_sibling() && only.type() == pugi::node_pcdata) return oneLine(only.value());
    std::string all;
    appendText(element, all);
    return oneLine(all);
}

std::string_view rootElement(std::string_view head)
{
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    head = text::trim(head);
    for (auto rest = afterProlog(head); rest.size() != head.size(); rest = afterProlog(head)) head = text::trim(rest);
    if (head.size() < 2 || head[0] != '<') return {};
    const auto tag = head.substr(1, head.find('>') - 1);
    if (tag.find("isAddenda=\"true\"") != std::string_view::npos) return {};
    return tag.substr(0, std::min(tag.find_first_of(" \t\r\n/"), tag.size()));
}

std::optional<std::string> describeUnknown(const UnknownElements& unknown)
{
    if (unknown.empty()) return std::nullopt;
    std::string all = "left out, unknown:";
    for (const auto& [name, count] : unknown) all += " " + name + " (" + grouped(count) + ")";
    return all;
}

Result<ParsedList> fiscalList(ListKind kind, const std::string& version, const SourceText& text,
                              const CodeFileOptions& options)
{
    std::vector<std::string> names = {options.releaseName, version};
    names.insert(names.end(), text.periodNames.begin(), text.periodNames.end());
    CW_TRY(const auto dates, fiscalRelease(names, options.effective, text.label));
    ParsedList list;
    list.kind = kind;
    list.name = options.releaseName.empty() ? dates.name : options.releaseName;
    list.inForce = dates.inForce;
    return list;
}

}  // namespace cw
