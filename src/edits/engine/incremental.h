#pragma once

#include "edits/rules.h"

#include <memory>
#include <optional>

namespace cw {

/// Edits of one encounter while it is being coded: runs only the rules whose inputs changed since the last run. The
/// answer is always that of runEdits().
class IncrementalEdits {
public:
    IncrementalEdits();
    ~IncrementalEdits();
    IncrementalEdits(IncrementalEdits&&) noexcept;
    IncrementalEdits& operator=(IncrementalEdits&&) noexcept;

    EditReport run(const Encounter& encounter, const EditFacts& facts, const EditOptions& options = {});
    void forget();  ///< The next run is a full one: another chart, other tables, another policy.
    /// Rules that the last run evaluated.
    int rulesRun() const noexcept;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace cw
