#include "app/code_impact.h"
#include "app/code_lookup.h"
#include "app/code_sets.h"

namespace cw::app {

namespace {

/// The state of a code that is in force on the day: whether a table ends it soon.
Status judgeEnd(const CodeLibrary& library, SetCode& code, const CodeStanding& standing, Date on)
{
    const auto last = standing.entry->valid.last;
    if (!last || on.daysUntil(*last) > CodeSets::warningDays) return {};
    CW_TRY(const auto after, library.standing(code.member.key.system, code.member.key.code, last->plusDays(1)));
    if (!endsAfter(standing, after)) return {};
    code.state = MemberState::endsSoon;
    code.lastDay = last;
    return {};
}

Status judge(const CodeLibrary& library, SetCode& code, Date on)
{
    using State = CodeStanding::State;
    const auto& key = code.member.key;
    CW_TRY(const auto standing, library.standing(key.system, key.code, on));
    if (standing.entry) code.title = standing.entry->longTitle;
    switch (standing.state) {
    case State::valid: code.state = MemberState::inForce; return judgeEnd(library, code, standing, on);
    case State::header: code.state = MemberState::header; return {};
    case State::notChecked: code.state = MemberState::notChecked; return {};
    case State::unknown:
        // The starter table lacks most codes: its silence says nothing.
        code.state = standing.starterOnly ? MemberState::notChecked : MemberState::unknown;
        return {};
    case State::notInForce: {
        const auto& valid = standing.entry->valid;
        const bool isLater = valid.first && *valid.first > on;
        code.state = isLater ? MemberState::notYet : MemberState::ended;
        if (!isLater) code.lastDay = valid.last;
        return {};
    }
    }
    return {};
}

}  // namespace

std::string_view toString(MemberState state) noexcept
{
    switch (state) {
    case MemberState::inForce: return "in force";
    case MemberState::endsSoon: return "ends soon";
    case MemberState::ended: return "ended";
    case MemberState::notYet: return "not yet in force";
    case MemberState::header: return "needs a more specific code";
    case MemberState::unknown: return "in no table";
    case MemberState::notChecked: return "not checked";
    }
    return "";
}

bool SetCode::isFlagged() const noexcept
{
    return state != MemberState::inForce && state != MemberState::notChecked;
}

Result<SetCode> judgedOn(const CodeLibrary& library, const ReferenceTables& tables, const CodeSetMember& member,
                         Date on)
{
    SetCode code;
    code.member = member;
    const auto& key = member.key;
    CW_CHECK(judge(library, code, on));
    if (code.title.empty()) {
        CW_TRY(const auto entry, library.find(key.system, key.code, on));
        if (entry) code.title = entry->longTitle;
    }
    if (code.state == MemberState::ended || code.state == MemberState::endsSoon) {
        const auto day = code.lastDay ? code.lastDay->plusDays(1) : on;
        CW_TRY(code.successors, successorsOf(library, tables, key.system, key.code, day));
    }
    return code;
}

}  // namespace cw::app
