#pragma once

#include "app/intake.h"
#include "app/intake/placement.h"

#include <map>
#include <optional>
#include <set>

namespace cw::app {

/// One file of an intake and what became of it: something is counted for every file.
struct FileResult {
    std::filesystem::path path;
    IntakeOutcome outcome;
};

/// The store itself cannot go on (disk full, locked), or the person has cancelled: no other file would fare better.
bool isStoreFault(const Error& error) noexcept;

/// One import of many files. Files are read outside of transactions and stored some dozens at a time; when one of them
/// fails, those of its transaction are stored one by one, so that it takes nothing with it. What waits for a patient or
/// visit that came later in the same run is tried again at its end.
class IntakeRun {
public:
    IntakeRun(Workspace& workspace, const IntakeOptions& options, const Progress& progress)
        : m_workspace(workspace), m_options(options), m_progress(progress)
    {}
    /// A result for each file, in order. Fails with invalidInput (APP-053, APP-171: options that exclude each other, or
    /// more than one file for one document), notFound (owner), cancelled (APP-054: what was stored stays), or as the store
    /// does when it can take nothing more.
    Result<std::vector<FileResult>> run(const std::vector<std::filesystem::path>& files);

private:
    struct Parsed {
        std::size_t file = 0;
        std::string name;
        IncomingFile content;
    };
    struct Waiting {
        std::int64_t id = 0;
        std::size_t file = 0;
        std::string note;
    };
    Status prepare(std::size_t files);
    Result<std::optional<GivenOwner>> givenOwner(ReadTx& tx);
    Status takeEncounterFiles();
    std::optional<Parsed> read(std::size_t file);
    void countPages(Parsed& parsed);
    Status storeBatch(const std::vector<Parsed>& batch);
    Status storeTogether(const std::vector<const Parsed*>& batch);
    Result<IntakeOutcome> storeFile(WriteTx& tx, const Parsed& parsed, std::vector<Waiting>& waiting);
    Status keepWaiting(WriteTx& tx, const Parsed& parsed, const Incoming& record, const Placement& placement,
                       IntakeOutcome& outcome, std::vector<Waiting>& waiting);
    Status tryWaitingAgain();
    void refuse(std::size_t file, const std::string& note);
    void report();
    Error cancelled() const;

    Workspace& m_workspace;
    const IntakeOptions& m_options;
    const Progress& m_progress;
    IntakeRules m_rules;
    std::optional<GivenOwner> m_owner;
    std::map<std::string, UnmatchedState, std::less<>> m_settled;  ///< By digest.
    std::vector<FileResult> m_results;
    std::vector<bool> m_isDone;
    std::vector<Waiting> m_waiting;
    std::int64_t m_read = 0;
};

}  // namespace cw::app
