#pragma once

#include "app/workspace.h"
#include "codeset/code_sets.h"
#include "encounter/encounter.h"

#include <optional>
#include <string>
#include <vector>

namespace cw::app {

enum class MemberState {
    inForce,
    endsSoon,   ///< In force, but an installed table ends it within CodeSets::warningDays.
    ended,      ///< Was in force before the day.
    notYet,     ///< Comes into force after the day.
    header,     ///< Needs a more specific code.
    unknown,    ///< No installed table has it.
    notChecked  ///< No installed table covers the day.
};
std::string_view toString(MemberState state) noexcept;  ///< "in force", "ends soon" …

/// In upper case and without the dot, as tables have it. Fails with invalidInput for what is no code of the system.
Result<CodeKey> codeKey(CodeSystem system, std::string_view code);

/// A code of a set with how it stands on a day.
struct SetCode {
    CodeSetMember member;
    std::string title;
    MemberState state = MemberState::notChecked;
    std::optional<Date> lastDay;        ///< For endsSoon and ended.
    std::vector<CodeEntry> successors;  ///< For endsSoon and ended: what an installed conversion table names.
    bool isFlagged() const noexcept;    ///< Not usable, or not for long.
};

/// How a code of a set stands on the day, with its successors when it ended or ends soon.
Result<SetCode> judgedOn(const CodeLibrary& library, const ReferenceTables& tables, const CodeSetMember& member,
                         Date on);

struct OpenedSet {
    CodeSet set;
    std::vector<SetCode> codes;  ///< In the set's order.
    int flagged = 0;
    bool canChange = false;
};

/// What adding a set to an encounter did.
struct SetAddition {
    Encounter encounter;
    int added = 0;
    std::vector<std::string> leftOut;  ///< "E11.9: on the encounter already", one line a code.
};

/// Favourites and shared code sets. Everybody keeps sets of their own and may use the shared ones, which those may change
/// who have Permission::shareCodeSets.
class CodeSets {
public:
    static constexpr int warningDays = 92;  ///< A quarter: the next HCPCS update is in sight.

    explicit CodeSets(Workspace& workspace) : m_workspace(workspace) {}

    /// Shared sets and one's own, favourites first; every code judged on `on`.
    Result<std::vector<OpenedSet>> list(Date on);
    /// Fails with notFound, also for somebody else's own set (APP-120).
    Result<OpenedSet> open(CodeSetId set, Date on);
    /// By name without case, one's own before shared ones. Fails with notFound (APP-121).
    Result<OpenedSet> find(std::string_view name, Date on);

    Result<CodeSetId> create(std::string_view name, std::string_view patientType, std::string_view note, bool shared);
    /// Name, patient type, note. `seen` as it was opened; fails with conflict when it changed since.
    Status change(const CodeSet& seen, std::string_view name, std::string_view patientType, std::string_view note);
    /// Makes one's own set everybody's, or takes a shared one back as one's own. Favourites cannot be shared (APP-122).
    Status share(const CodeSet& seen, bool shared);
    Status remove(const CodeSet& seen);

    /// Fails with invalidInput for what is no code of the system. Unknown codes are kept and flagged.
    Status add(CodeSetId set, CodeSystem system, std::string_view code, std::string_view note = {});
    /// All of them or none.
    Status addAll(CodeSetId set, const std::vector<CodeKey>& keys);
    Status setNote(const CodeSet& set, const CodeSetMember& seen, std::string_view note);
    Status removeCode(const CodeSet& set, const CodeSetMember& seen);
    Status reorder(const CodeSet& seen, const std::vector<CodeSetMemberId>& order);
    /// True when it is a favourite afterwards.
    Result<bool> toggleFavourite(CodeSystem system, std::string_view code);
    Result<bool> isFavourite(CodeSystem system, std::string_view code);

private:
    Result<CodeSet> changeable(ReadTx& tx, CodeSetId set);
    Result<OpenedSet> judged(CodeSet set, Date on);
    Result<std::optional<CodeSet>> favourites(ReadTx& tx);

    Workspace& m_workspace;
};

/// Puts the codes of a set on an encounter, diagnoses first: those that are in force and billable on its dates (or that no
/// official table covers) and not on it yet. The result is one step for CodingHistory::apply(). Fails with conflict when
/// there is nothing to add (APP-124).
Result<SetAddition> addSet(const Encounter& encounter, const std::vector<CodeKey>& codes, const CodeLibrary& library,
                           IdSource& ids);

}  // namespace cw::app
