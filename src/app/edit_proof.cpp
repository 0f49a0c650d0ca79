#include "app/edit_proof.h"

#include "chart/rendition_text.h"
#include "chart/utf8.h"

#include <algorithm>

namespace cw::app {

namespace {

/// A document that is gone or damaged is no proof any more; other failures end the work.
bool isFault(const Error& error)
{
    return error.kind == ErrorKind::corrupt || error.kind == ErrorKind::notFound;
}

struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Bytes of a rendition, or UTF-16 units of a page.
std::optional<Place> placeIn(std::string_view text, const Span& span, bool isInUnits)
{
    if (span.begin < 0 || span.end < span.begin) return std::nullopt;
    Place place{static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end)};
    if (isInUnits) {
        const auto from = utf8::byteOffset(text, span.begin);
        const auto to = utf8::byteOffset(text, span.end);
        if (!from || !to) return std::nullopt;
        place = {*from, *to};
    }
    if (place.end > text.size()) return std::nullopt;
    return place;
}

void lookAt(const Rendition& text, const Evidence& evidence, bool isInUnits, EvidenceFacts& facts)
{
    const auto place = placeIn(text.text, evidence.span, isInUnits);
    const auto words = place ? text.text.substr(place->begin, place->end - place->begin) : std::string();
    facts.stillMatches = place && (words == evidence.quote || foldedText(words) == foldedText(evidence.quote));
    if (!facts.stillMatches) return;
    auto context = wordsInContext(text, place->begin, place->end);
    facts.sentence = std::move(context.sentence);
    facts.section = std::move(context.section);
}

}  // namespace

Result<const ProofReader::Source*> ProofReader::source(DocumentVersionId version)
{
    const auto known = m_sources.find(version);
    if (known != m_sources.end()) return static_cast<const Source*>(&known->second);
    Source source;
    auto info = m_workspace.documents().info(m_tx, version, m_workspace.user().id);
    if (!info && !isFault(info.error())) return info.error();
    if (info) {
        source.info = std::move(*info);
        if (isPaged(source.info->format)) {
            CW_TRY(source.pages, m_workspace.documents().pageTexts(m_tx, version));
        } else {
            auto text = m_workspace.documents().rendition(m_tx, version);
            if (!text && !isFault(text.error())) return text.error();
            if (text) source.rendition = std::move(*text);
        }
    }
    return static_cast<const Source*>(&m_sources.emplace(version, std::move(source)).first->second);
}

Result<ProofReader::Read> ProofReader::read(const Evidence& evidence)
{
    CW_TRY(const auto* found, source(evidence.span.version));
    Read read;
    auto& facts = read.facts;
    if (!found->info) {
        facts.stillMatches = false;
        return read;
    }
    facts.documentType = toString(found->info->type);
    facts.documentDate = found->info->date;
    facts.author = found->info->author;
    if (!evidence.span.area.isEmpty()) return read;  // A part of an image, to be compared by eye.
    if (!isPaged(found->info->format)) {
        facts.stillMatches = found->rendition.has_value();
        if (found->rendition) lookAt(*found->rendition, evidence, false, facts);
        return read;
    }
    const auto page = static_cast<std::size_t>(std::max(evidence.span.page, 0));
    if (page >= found->pages.size() || found->pages[page].source == TextSource::none) {
        read.isFinal = false;
        return read;
    }
    lookAt(Rendition{found->pages[page].text, {}, {}}, evidence, true, facts);
    return read;
}

}  // namespace cw::app
