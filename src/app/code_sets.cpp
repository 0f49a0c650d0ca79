#include "app/code_sets.h"

#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

constexpr std::string_view favouritesName = "Favourites";

Result<std::string> checkedName(std::string_view name)
{
    std::string trimmed(text::trim(name));
    if (trimmed.empty() || trimmed.size() > 100)
        return Error{ErrorKind::invalidInput, "APP-123", "the name of a code set has 1 to 100 characters"};
    if (text::lowerAscii(trimmed) == text::lowerAscii(favouritesName))
        return Error{ErrorKind::invalidInput, "APP-125", "\"Favourites\" is everybody's own list; take another name"};
    return trimmed;
}

bool mayChange(const Workspace& workspace, const CodeSetHeader& header)
{
    if (header.owner) return *header.owner == workspace.user().id;
    return allows(workspace.user().roles, Permission::shareCodeSets);
}

}  // namespace

Result<CodeKey> codeKey(CodeSystem system, std::string_view code)
{
    if (system == CodeSystem::icd10cm) {
        CW_TRY(const auto parsed, Icd10CmCode::parse(code));
        return CodeKey{system, std::string(parsed.compact())};
    }
    CW_TRY(const auto parsed, ProcedureCode::parse(system, code));
    return CodeKey{system, std::string(parsed.text())};
}

Result<OpenedSet> CodeSets::judged(CodeSet set, Date on)
{
    OpenedSet opened;
    opened.canChange = mayChange(m_workspace, set.header);
    for (const auto& member : set.members) {
        CW_TRY(auto code, judgedOn(m_workspace.library(), m_workspace.tables(), member, on));
        if (code.isFlagged()) ++opened.flagged;
        opened.codes.push_back(std::move(code));
    }
    opened.set = std::move(set);
    return opened;
}

Result<std::vector<OpenedSet>> CodeSets::list(Date on)
{
    std::vector<CodeSet> sets;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(sets, m_workspace.codeSets().list(*tx, m_workspace.user().id));
    }
    std::vector<OpenedSet> opened;
    for (auto& set : sets) {
        CW_TRY(auto one, judged(std::move(set), on));
        opened.push_back(std::move(one));
    }
    return opened;
}

Result<OpenedSet> CodeSets::open(CodeSetId set, Date on)
{
    CodeSet loaded;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(loaded, m_workspace.codeSets().load(*tx, set));
    }
    if (loaded.header.owner && *loaded.header.owner != m_workspace.user().id)
        return Error{ErrorKind::notFound, "APP-120", "there is no such code set among your own and the shared ones"};
    return judged(std::move(loaded), on);
}

Result<OpenedSet> CodeSets::find(std::string_view name, Date on)
{
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(auto sets, m_workspace.codeSets().list(*tx, m_workspace.user().id));
    tx.reset();
    const auto wanted = text::lowerAscii(text::trim(name));
    const CodeSet* found = nullptr;
    for (const auto& set : sets)
        if (text::lowerAscii(set.header.name) == wanted && (found == nullptr || set.header.owner)) found = &set;
    if (found == nullptr)
        return Error{ErrorKind::notFound, "APP-121", "no code set is named \"" + std::string(text::trim(name)) + "\""};
    return judged(*found, on);
}

Result<CodeSet> CodeSets::changeable(ReadTx& tx, CodeSetId set)
{
    CW_TRY(auto loaded, m_workspace.codeSets().load(tx, set));
    const auto& header = loaded.header;
    if (header.owner && *header.owner != m_workspace.user().id)
        return Error{ErrorKind::notFound, "APP-126", "there is no such code set among your own and the shared ones"};
    if (!header.owner) CW_CHECK(require(m_workspace, Permission::shareCodeSets));
    return loaded;
}

Result<CodeSetId> CodeSets::create(std::string_view name, std::string_view patientType, std::string_view note,
                                   bool shared)
{
    if (shared) CW_CHECK(require(m_workspace, Permission::shareCodeSets));
    CodeSetHeader header;
    CW_TRY(header.name, checkedName(name));
    header.patientType = std::string(text::trim(patientType));
    header.note = std::string(text::trim(note));
    if (!shared) header.owner = m_workspace.user().id;
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto id, m_workspace.codeSets().create(*tx, header, m_workspace.user().name));
    CW_CHECK(tx->commit());
    return id;
}

Status CodeSets::change(const CodeSet& seen, std::string_view name, std::string_view patientType, std::string_view note)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto stored, changeable(*tx, seen.id));
    auto header = stored.header;
    if (!header.isFavourites || name != header.name) {
        CW_TRY(header.name, checkedName(name));
    }
    header.patientType = std::string(text::trim(patientType));
    header.note = std::string(text::trim(note));
    CW_CHECK(m_workspace.codeSets().change(*tx, seen.id, header, seen.version, m_workspace.user().name));
    return tx->commit();
}

Status CodeSets::share(const CodeSet& seen, bool shared)
{
    CW_CHECK(require(m_workspace, Permission::shareCodeSets));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto stored, changeable(*tx, seen.id));
    if (stored.header.isFavourites)
        return Error{ErrorKind::invalidInput, "APP-122", "favourites are everybody's own; make a code set to share"};
    stored.header.owner = shared ? std::nullopt : std::optional(m_workspace.user().id);
    CW_CHECK(m_workspace.codeSets().change(*tx, seen.id, stored.header, seen.version, m_workspace.user().name));
    return tx->commit();
}

Status CodeSets::remove(const CodeSet& seen)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY([[maybe_unused]] const auto stored, changeable(*tx, seen.id));
    CW_CHECK(m_workspace.codeSets().remove(*tx, seen.id, seen.version, m_workspace.user().name));
    return tx->commit();
}

Status CodeSets::add(CodeSetId set, CodeSystem system, std::string_view code, std::string_view note)
{
    CW_TRY(const auto key, codeKey(system, code));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY([[maybe_unused]] const auto stored, changeable(*tx, set));
    CW_TRY([[maybe_unused]] const auto id,
           m_workspace.codeSets().addMember(*tx, set, key, text::trim(note), m_workspace.user().name));
    return tx->commit();
}

Status CodeSets::addAll(CodeSetId set, const std::vector<CodeKey>& keys)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY([[maybe_unused]] const auto stored, changeable(*tx, set));
    for (const auto& key : keys) {
        CW_TRY([[maybe_unused]] const auto id,
               m_workspace.codeSets().addMember(*tx, set, key, {}, m_workspace.user().name));
    }
    return tx->commit();
}

Status CodeSets::setNote(const CodeSet& set, const CodeSetMember& seen, std::string_view note)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY([[maybe_unused]] const auto stored, changeable(*tx, set.id));
    CW_CHECK(m_workspace.codeSets().changeMember(*tx, seen, text::trim(note), m_workspace.user().name));
    return tx->commit();
}

Status CodeSets::removeCode(const CodeSet& set, const CodeSetMember& seen)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY([[maybe_unused]] const auto stored, changeable(*tx, set.id));
    CW_CHECK(m_workspace.codeSets().removeMember(*tx, seen, m_workspace.user().name));
    return tx->commit();
}

Status CodeSets::reorder(const CodeSet& seen, const std::vector<CodeSetMemberId>& order)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY([[maybe_unused]] const auto stored, changeable(*tx, seen.id));
    CW_CHECK(m_workspace.codeSets().reorder(*tx, seen.id, order, seen.version, m_workspace.user().name));
    return tx->commit();
}

Result<std::optional<CodeSet>> CodeSets::favourites(ReadTx& tx)
{
    CW_TRY(auto sets, m_workspace.codeSets().list(tx, m_workspace.user().id));
    for (auto& set : sets)
        if (set.header.isFavourites && set.header.owner == m_workspace.user().id) return std::optional(std::move(set));
    return std::optional<CodeSet>{};
}

Result<bool> CodeSets::toggleFavourite(CodeSystem system, std::string_view code)
{
    CW_TRY(const auto key, codeKey(system, code));
    const auto& actor = m_workspace.user().name;
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto set, favourites(*tx));
    if (set)
        for (const auto& member : set->members) {
            if (member.key != key) continue;
            CW_CHECK(m_workspace.codeSets().removeMember(*tx, member, actor));
            CW_CHECK(tx->commit());
            return false;
        }
    CodeSetId id;
    if (set) {
        id = set->id;
    } else {
        CodeSetHeader header;
        header.name = std::string(favouritesName);
        header.owner = m_workspace.user().id;
        header.isFavourites = true;
        CW_TRY(id, m_workspace.codeSets().create(*tx, header, actor));
    }
    CW_TRY([[maybe_unused]] const auto member, m_workspace.codeSets().addMember(*tx, id, key, {}, actor));
    CW_CHECK(tx->commit());
    return true;
}

Result<bool> CodeSets::isFavourite(CodeSystem system, std::string_view code)
{
    CW_TRY(const auto key, codeKey(system, code));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto set, favourites(*tx));
    return set && std::any_of(set->members.begin(), set->members.end(),
                              [&key](const CodeSetMember& member) { return member.key == key; });
}

}  // namespace cw::app
