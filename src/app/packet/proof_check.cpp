#include "app/packet/proof_check.h"

#include "base/digest.h"
#include "chart/chart_search.h"
#include "chart/rendition_text.h"
#include "chart/utf8.h"

#include <algorithm>

namespace cw::app::packet {

namespace {

using Proof = AuditPacket::Proof;

/// A fault that belongs into the packet; other errors end the work.
bool isFault(const Error& error)
{
    return error.kind == ErrorKind::corrupt || error.kind == ErrorKind::notFound || error.kind == ErrorKind::io;
}

/// "table row, under "Problems"" for a place in a rendition.
std::string placeIn(const Rendition& rendition, std::int64_t begin)
{
    std::string heading;
    std::string_view kind = "text";
    for (const auto& block : rendition.blocks) {
        if (block.range.begin > begin) break;
        switch (block.kind) {
        case BlockKind::heading: kind = "heading"; break;
        case BlockKind::paragraph: kind = "paragraph"; break;
        case BlockKind::listItem: kind = "list item"; break;
        case BlockKind::tableRow: kind = "table row"; break;
        case BlockKind::preformatted: kind = "text"; break;
        case BlockKind::note: kind = "note"; break;
        }
        if (block.kind != BlockKind::heading) continue;
        heading = rendition.text.substr(static_cast<std::size_t>(block.range.begin),
                                        static_cast<std::size_t>(block.range.end - block.range.begin));
    }
    if (heading.empty() || kind == "heading") return std::string(kind);
    return std::string(kind) + " under \xE2\x80\x9C" + foldedText(heading) + "\xE2\x80\x9D";
}

/// The words at a span: bytes of a rendition, or UTF-16 units of a page.
std::optional<std::string> wordsAt(std::string_view text, const Span& span, bool isInUnits)
{
    auto begin = static_cast<std::size_t>(span.begin);
    auto end = static_cast<std::size_t>(span.end);
    if (isInUnits) {
        const auto from = utf8::byteOffset(text, span.begin);
        const auto to = utf8::byteOffset(text, span.end);
        if (!from || !to) return std::nullopt;
        begin = *from;
        end = *to;
    }
    if (span.begin < 0 || span.end < span.begin || end > text.size()) return std::nullopt;
    return std::string(text.substr(begin, end - begin));
}

/// A comparison that came out well.
void sound(Proof& proof, std::string how)
{
    if (proof.isSound) proof.checked = std::move(how);
}

void unsound(Proof& proof, std::string why)
{
    if (!proof.isSound) return;  // The first fault is the one told.
    proof.isSound = false;
    proof.checked = std::move(why);
}

/// Judges the words found at the place against the quote, and says where else they stand when they do not fit.
void compare(Proof& proof, const std::optional<std::string>& words, const std::string& quote,
             const std::vector<std::string_view>& pages)
{
    if (words == quote) {
        sound(proof, "words found at that place");
        return;
    }
    const auto wanted = foldForSearch(quote, nullptr);
    if (words && foldedText(*words) == foldedText(quote)) {
        sound(proof, "words found at that place, white space aside");
        return;
    }
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (wanted.empty() || foldForSearch(pages[page], nullptr).find(wanted) == std::string::npos) continue;
        unsound(proof, pages.size() > 1
                           ? "other words stand at that place; the quote stands on page " + std::to_string(page + 1)
                           : "other words stand at that place; the quote stands elsewhere in this version");
        return;
    }
    unsound(proof, "other words stand at that place; the quote is not in this version");
}

void checkOnPage(Proof& proof, const Evidence& evidence, const std::vector<PageText>& pages)
{
    const auto& span = evidence.span;
    const auto number = std::to_string(span.page + 1);
    proof.place = (span.area.isEmpty() ? "page " : "area of page ") + number;
    const auto* page = span.page >= 0 && span.page < static_cast<int>(pages.size())
                           ? &pages[static_cast<std::size_t>(span.page)]
                           : nullptr;
    if (!span.area.isEmpty()) {
        if (!pages.empty() && page == nullptr) return unsound(proof, "the document has no page " + number);
        sound(proof, "a part of the page image, to be compared by eye");
        return;
    }
    if (page == nullptr || page->source == TextSource::none)
        return unsound(proof, "not checked: no text of this page is stored");
    proof.isRecognised = proof.isRecognised || page->source == TextSource::recognised;
    std::vector<std::string_view> texts;
    for (const auto& each : pages) texts.emplace_back(each.text);
    compare(proof, wordsAt(page->text, span, true), evidence.quote, texts);
}

}  // namespace

Status ProofChecker::readText(DocumentVersionId version, Source& source)
{
    const auto note = [&source](const Error& error) -> Status {
        if (!isFault(error)) return error;
        source.textFault = "the stored text of this version is damaged";
        return {};
    };
    if (isPaged(source.info->format)) {
        auto pages = m_workspace.documents().pageTexts(m_tx, version);
        if (!pages) return note(pages.error());
        source.pages = std::move(*pages);
        return {};
    }
    auto rendition = m_workspace.documents().rendition(m_tx, version);
    if (!rendition) return note(rendition.error());
    source.rendition = std::move(*rendition);
    return {};
}

Result<ProofChecker::Source> ProofChecker::read(DocumentVersionId version)
{
    Source source;
    auto info = m_workspace.documents().info(m_tx, version, m_workspace.user().id);
    if (!info && info.error().kind == ErrorKind::notFound) return source;
    if (!info) return info.error();
    source.info = std::move(*info);
    const auto bytes = m_workspace.documents().bytes(m_tx, version);
    if (!bytes && !isFault(bytes.error())) return bytes.error();
    if (!bytes)
        source.fault = bytes.error().kind == ErrorKind::corrupt ? "the stored bytes no longer fit their digest"
                                                                : "the stored bytes cannot be read";
    CW_CHECK(readText(version, source));
    return source;
}

Result<const ProofChecker::Source*> ProofChecker::source(DocumentVersionId version)
{
    const auto known = m_sources.find(version);
    if (known != m_sources.end()) return static_cast<const Source*>(&known->second);
    CW_TRY(auto source, read(version));
    return static_cast<const Source*>(&m_sources.emplace(version, std::move(source)).first->second);
}

Result<std::string> ProofChecker::byteFault(DocumentVersionId version)
{
    CW_TRY(const auto* found, source(version));
    return found->info ? found->fault : std::string("no such version");
}

Result<Proof> ProofChecker::check(const Evidence& evidence)
{
    Proof proof;
    proof.quote = evidence.quote;
    proof.document = evidence.documentTitle;
    proof.isRecognised = evidence.isRecognised;
    CW_TRY(const auto* found, source(evidence.span.version));
    if (!found->info) {
        proof.date = "no date";
        proof.place = "page " + std::to_string(evidence.span.page + 1);
        unsound(proof, "this document version is not in the workspace");
        return proof;
    }
    const auto& info = *found->info;
    if (!info.title.empty()) proof.document = info.title;
    proof.type = displayName(info.type);
    proof.version = info.versionNumber;
    proof.versions = info.versionCount;
    proof.isArchived = info.isArchived;
    proof.date = info.date ? info.date->iso() : "no date";
    proof.author = info.author;
    proof.digest = info.digest;
    if (info.patient != m_patient) unsound(proof, "the document is in the chart of another patient");
    if (!found->fault.empty()) unsound(proof, found->fault);
    if (!found->textFault.empty()) unsound(proof, found->textFault);
    if (!evidence.digest.empty() && sha256Hex(evidence.quote) != evidence.digest)
        unsound(proof, "the quote no longer fits its own digest");
    if (isPaged(info.format)) {
        checkOnPage(proof, evidence, found->pages);
    } else if (found->rendition) {
        proof.place = placeIn(*found->rendition, evidence.span.begin);
        compare(proof, wordsAt(found->rendition->text, evidence.span, false), evidence.quote, {found->rendition->text});
    }
    return proof;
}

}  // namespace cw::app::packet
