#include "app/document_files.h"
#include "app/intake/encounter_file.h"
#include "app/intake/intake_run.h"
#include "app/intake/record_text.h"
#include "base/file.h"
#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

namespace fs = std::filesystem;

bool isNamedJson(const fs::path& path)
{
    return text::lowerAscii(path.extension().string()) == ".json";
}

fs::path plainPath(const fs::path& path)
{
    std::error_code failure;
    const auto plain = fs::weakly_canonical(path, failure);
    return failure ? path : plain;
}

}  // namespace

/// Encounter JSON first: the files that it names belong to its encounters and are not imported once more.
Status IntakeRun::takeEncounterFiles()
{
    std::set<fs::path> used;
    for (std::size_t i = 0; i < m_results.size(); ++i) {
        const auto& path = m_results[i].path;
        if (!isNamedJson(path) || !checkFile(path)) continue;
        if (m_progress.isCancelled()) return cancelled();
        const auto json = readFile(path, largestDocument);
        if (!json || !isEncounterJson(*json)) continue;
        m_isDone[i] = true;
        if (m_owner) {
            refuse(i, "encounter JSON names its own patients: import it without an owner");
            continue;
        }
        auto imported = importEncounterFile(m_workspace, path, *json, m_progress);
        if (imported) {
            m_results[i].outcome = std::move(imported->outcome);
            for (const auto& document : imported->documents) used.insert(plainPath(document));
        } else if (imported.error().kind == ErrorKind::cancelled) {
            return cancelled();
        } else if (isStoreFault(imported.error())) {
            return imported.error();
        } else {
            refuse(i, imported.error().detail);
        }
    }
    for (std::size_t i = 0; i < m_results.size() && !used.empty(); ++i) {
        if (m_isDone[i] || !used.contains(plainPath(m_results[i].path))) continue;
        m_isDone[i] = true;
        m_results[i].outcome.known = 1;
    }
    return {};
}

std::optional<IntakeRun::Parsed> IntakeRun::read(std::size_t file)
{
    const auto& path = m_results[file].path;
    const auto name = path.filename().string();
    const auto fail = [&](const Error& error) -> std::optional<Parsed> {
        refuse(file, error.detail);
        if (error.kind == ErrorKind::denied) m_results[file].outcome.locked.push_back(path);
        return std::nullopt;
    };
    if (const auto fit = checkFile(path); !fit) return fail(fit.error());
    auto bytes = readFile(path, largestDocument);
    if (!bytes) return fail(bytes.error());
    // Among many files the progress is of files; a reader is only to learn that it should stop.
    std::stop_source stop;
    const Progress quiet(
        [&](std::int64_t, std::int64_t, const std::string&) {
            if (m_progress.isCancelled()) stop.request_stop();
        },
        stop.get_token());
    IncomingOptions options{m_options.password, {}};
    if (m_options.pages != nullptr)
        options.opensWithoutPassword = [pages = m_options.pages](std::string_view pdf) {
            return static_cast<bool>(pages->countPages(DocumentFormat::pdf, pdf, {}));
        };
    auto content =
        readIncoming(std::move(*bytes), name, options, m_workspace.ids(), m_results.size() > 1 ? quiet : m_progress);
    if (!content) return fail(content.error());
    Parsed parsed{file, name, std::move(*content)};
    auto& outcome = m_results[file].outcome;
    for (const auto& note : parsed.content.notes) outcome.notes.push_back(noteOf(name, {}, note));
    for (const auto& record : parsed.content.refused) {
        ++outcome.rejected;
        outcome.notes.push_back(noteOf(name, record.record, record.reason));
    }
    if (m_options.pages != nullptr) countPages(parsed);
    if (m_options.replaces && (parsed.content.items.size() != 1 || parsed.content.items[0].documents.size() != 1)) {
        refuse(file, "a corrected version is a file with one document");
        return std::nullopt;
    }
    if (parsed.content.items.empty()) {
        if (outcome.rejected == 0) refuse(file, "nothing in it belongs into a chart");
        return std::nullopt;
    }
    return parsed;
}

void IntakeRun::countPages(Parsed& parsed)
{
    auto& outcome = m_results[parsed.file].outcome;
    for (auto& record : parsed.content.items) {
        std::erase_if(record.documents, [&](IncomingDocument& incoming) {
            auto& document = incoming.document;
            if (!isPaged(document.format)) return false;
            const auto pages = m_options.pages->countPages(document.format, document.bytes, document.password);
            if (pages) {
                document.pages = *pages;
                return false;
            }
            ++outcome.rejected;
            outcome.notes.push_back(noteOf(parsed.name, record.record, pages.error().detail));
            if (pages.error().kind == ErrorKind::denied) outcome.locked.push_back(m_results[parsed.file].path);
            return true;
        });
    }
    // A plain file is nothing without its document; a message still tells the rest.
    std::erase_if(parsed.content.items, [](const Incoming& record) {
        return record.kind == IncomingKind::document && record.documents.empty() && record.codes.empty();
    });
}

}  // namespace cw::app
