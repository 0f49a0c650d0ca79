#include "import/documents/ccda/narrative.h"

#include "base/text.h"

#include <algorithm>
#include <initializer_list>

namespace cw::ccda {

namespace {

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// Digits and signs: an exponent or an ion, not "1st" or a trade mark.
bool isNumeric(pugi::xml_node sup)
{
    const auto words = wordsOf(sup);
    return !words.empty() && std::string_view("0123456789+-").find(words.front()) != std::string_view::npos;
}

}  // namespace

bool isEmphasised(pugi::xml_node element)
{
    if (!element.attribute("styleCode")) return false;
    const auto style = text::lowerAscii(attribute(element, "styleCode"));
    const auto words = text::split(style, ' ');
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return isOneOf(word, {"bold", "italics", "emphasis", "underline"});
    });
}

void NarrativeWriter::gather(pugi::xml_node node, NarrativeWords& out)
{
    const std::string_view name = node.name();
    if (name == "br") {
        out.space();
    } else if (name == "sup") {
        // "10^3/uL" must not become "103/uL".
        if (isNumeric(node)) out.append("^");
        gatherMarked(node, out);
    } else if (name == "footnote") {
        out.append(" [footnote " + std::to_string(++m_footnotes) + ": ");
        gatherMarked(node, out);
        out.append("]");
    } else if (name == "renderMultiMedia") {
        out.append(" [picture or attachment, see the original file] ");
    } else if (isOneOf(name, {"item", "paragraph", "tr", "caption", "list", "table"})) {
        out.separate();
        gatherMarked(node, out);
        out.separate();
    } else if (name == "td" || name == "th") {
        out.space();
        gatherMarked(node, out);
        out.space();
    } else if (const auto revised = attribute(node, "revised"); revised == "delete" || revised == "insert") {
        out.append(revised == "delete" ? " [deleted: " : " [inserted: ");
        gatherMarked(node, out);
        out.append("] ");
    } else {
        gatherMarked(node, out);
    }
}

void NarrativeWriter::gatherChildren(pugi::xml_node node, NarrativeWords& out)
{
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            out.append(child.value());
        else if (child.type() == pugi::node_element)
            gather(child, out);
    }
}

void NarrativeWriter::gatherMarked(pugi::xml_node node, NarrativeWords& out)
{
    const auto id = idOf(node);
    const bool emphasis = isEmphasised(node);
    if (id.empty() && !emphasis) {
        gatherChildren(node, out);
        return;
    }
    const auto mark = out.open(id, emphasis);
    gatherChildren(node, out);
    out.close(mark);
}

}  // namespace cw::ccda
