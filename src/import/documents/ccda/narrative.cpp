#include "import/documents/ccda/narrative.h"

#include "base/text.h"

#include <algorithm>
#include <initializer_list>

namespace cw::ccda {

namespace {

constexpr int listLevelLimit = 9;

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool isText(pugi::xml_node node)
{
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool isBreak(pugi::xml_node node)
{
    return std::string_view(node.name()) == "br";
}

bool isBlock(std::string_view name)
{
    return isOneOf(name, {"paragraph", "list", "table", "caption", "renderMultiMedia", "item", "thead", "tbody", "tr"});
}

/// Some senders put tables, lists and whole notes with line breaks into content.
bool hasBlock(pugi::xml_node element)
{
    for (const auto child : element.children())
        if (child.type() == pugi::node_element && (isBlock(child.name()) || isBreak(child) || hasBlock(child)))
            return true;
    return false;
}

}  // namespace

void NarrativeIndex::add(std::string_view id, TextRange range)
{
    // An ID is to stand once; a file that says it a million times must not make every look-up slow.
    if (!id.empty() && !range.isEmpty() && m_ranges.count(id) < 64) m_ranges.emplace(id, range);
}

TextRange NarrativeIndex::find(std::string_view id, TextRange near) const
{
    TextRange best;
    const auto isNear = [&](TextRange range) { return near.begin <= range.begin && range.end <= near.end; };
    const auto [first, last] = m_ranges.equal_range(id);
    for (auto one = first; one != last; ++one) {
        const auto range = one->second;
        const bool isBetter =
            best.isEmpty() || (isNear(range) != isNear(best) ? isNear(range) : range.begin < best.begin);
        if (isBetter) best = range;
    }
    return best;
}

TextRange NarrativeWriter::write(pugi::xml_node text)
{
    m_containers.push_back({});
    openContainer(text);
    Flow flow;
    writeBlocks(text, flow);
    flush(flow);
    closeContainer();
    const auto range = m_containers.back().range;
    m_containers.pop_back();
    return range;
}

void NarrativeWriter::writeHeading(int level, pugi::xml_node title)
{
    NarrativeWords words;
    gatherMarked(title, words);
    m_writer.heading(level, words.text());
    place(words, m_writer.lastRange());
}

void NarrativeWriter::writeBlocks(pugi::xml_node container, Flow& flow)
{
    for (const auto child : container.children()) {
        if (isText(child))
            m_words.append(child.value());
        else if (child.type() == pugi::node_element)
            writeElement(child, flow);
    }
}

void NarrativeWriter::writeElement(pugi::xml_node element, Flow& flow)
{
    const std::string_view name = element.name();
    if (isBreak(element)) {
        flush(flow);
    } else if (!isBlock(name) && !hasBlock(element)) {
        gather(element, m_words);
    } else {
        flush(flow);
        openContainer(element);
        if (name == "list") {
            writeList(element, flow.listLevel + 1);
        } else if (name == "table") {
            writeTable(element);
        } else if (name == "renderMultiMedia") {
            writeMedia(element);
        } else if (name == "caption") {
            writeHeading(4, element);
        } else if (isOneOf(name, {"thead", "tbody", "tr"})) {
            gatherChildren(element, m_words);  // Rows without a table.
            flush(flow);
        } else {
            writeBlocks(element, flow);
            flush(flow);
        }
        closeContainer();
    }
}

void NarrativeWriter::writeList(pugi::xml_node list, int level)
{
    const bool isOrdered = attribute(list, "listType") == "ordered";
    int number = 0;
    for (const auto child : list.children()) {
        if (child.type() != pugi::node_element) continue;
        if (std::string_view(child.name()) == "caption") {
            writeHeading(4, child);
            continue;
        }
        Flow flow{std::min(level, listLevelLimit), isOrdered ? std::to_string(++number) + "." : std::string(), false};
        openContainer(child);
        writeBlocks(child, flow);
        flush(flow);
        closeContainer();
    }
}

void NarrativeWriter::writeMedia(pugi::xml_node media)
{
    const auto caption = wordsOf(media.child("caption"));
    m_writer.note("Picture or attachment" + (caption.empty() ? std::string() : " \"" + caption + "\"") +
                  ": not shown here, see the original file.");
    cover(m_writer.lastRange());
}

void NarrativeWriter::flush(Flow& flow)
{
    if (!m_words.isEmpty()) {
        if (flow.listLevel > 0 && !flow.isItemOpen) {
            const auto prefix = flow.number.empty() ? std::string() : flow.number + " ";
            m_writer.listItem(flow.listLevel, prefix + m_words.text());
            auto block = m_writer.lastRange();
            cover(block);
            if (!block.isEmpty()) block.begin += static_cast<std::int64_t>(prefix.size());
            place(m_words, block);
            flow.isItemOpen = true;
        } else {
            m_writer.paragraph(m_words.text());
            place(m_words, m_writer.lastRange());
        }
    }
    m_words.clear();
}

void NarrativeWriter::place(const NarrativeWords& words, TextRange block)
{
    cover(block);
    if (block.isEmpty()) return;
    const bool fits = block.end - block.begin == static_cast<std::int64_t>(words.text().size());
    for (const auto& mark : words.marks()) {
        const TextRange range = fits ? TextRange{block.begin + static_cast<std::int64_t>(mark.begin),
                                                 block.begin + static_cast<std::int64_t>(mark.end)}
                                     : block;
        m_index.add(mark.id, range);
        if (mark.isEmphasis && fits) m_writer.emphasise(range);
    }
}

void NarrativeWriter::cover(TextRange block)
{
    if (block.isEmpty()) return;
    for (auto& container : m_containers) {
        if (container.range.isEmpty()) container.range.begin = block.begin;
        container.range.end = block.end;
        if (container.isEmphasis) m_writer.emphasise(block);
    }
}

void NarrativeWriter::openContainer(pugi::xml_node element)
{
    m_containers.push_back({idOf(element), isEmphasised(element), {}});
}

void NarrativeWriter::closeContainer()
{
    m_index.add(m_containers.back().id, m_containers.back().range);
    m_containers.pop_back();
}

}  // namespace cw::ccda
