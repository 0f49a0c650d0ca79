#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/transaction.h"
#include "codeset/code_system.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

using CodeSetId = Id<struct CodeSetTag>;
using CodeSetMemberId = Id<struct CodeSetMemberTag>;

struct CodeKey {
    CodeSystem system = CodeSystem::icd10cm;
    std::string code;  ///< Compact.
    auto operator<=>(const CodeKey&) const = default;
};

struct CodeSetMember {
    CodeSetMemberId id;
    CodeKey key;
    std::string note;
    std::int64_t version = 0;
    bool operator==(const CodeSetMember&) const = default;
};

/// What a set is called and whose it is.
struct CodeSetHeader {
    std::string name;         ///< Among the sets of one owner, and among the shared ones, each once without case.
    std::string patientType;  ///< In the site's words: "newborn", "diabetes follow-up". May be empty.
    std::string note;
    std::optional<UserId> owner;  ///< Not set: shared with everybody.
    bool isFavourites = false;    ///< The owner's favourites: one set a person, made at the first favourite.
    bool operator==(const CodeSetHeader&) const = default;
};

/// Codes that belong together for somebody: favourites, the codes of a kind of visit. No patient data.
struct CodeSet {
    CodeSetId id;
    CodeSetHeader header;
    std::string ownerName;               ///< Account; empty when shared.
    std::int64_t version = 0;            ///< Of header and order; members have their own.
    std::vector<CodeSetMember> members;  ///< In the set's own order.
};

/// Stores sets in the work store. Every change writes its audit row in the same transaction; nothing is deleted, removed
/// rows are voided with who and when. `actor` is the account's name.
class CodeSetRepository {
public:
    virtual ~CodeSetRepository() = default;
    /// Shared sets and those of `reader`, favourites first, then by name.
    virtual Result<std::vector<CodeSet>> list(ReadTx& tx, UserId reader) const = 0;
    /// All sets of all people: for the impact of a new release.
    virtual Result<std::vector<CodeSet>> all(ReadTx& tx) const = 0;
    /// Fails with notFound.
    virtual Result<CodeSet> load(ReadTx& tx, CodeSetId set) const = 0;
    /// Fails with conflict when the owner has a set of that name.
    virtual Result<CodeSetId> create(WriteTx& tx, const CodeSetHeader& header, std::string_view actor) = 0;
    /// Renames, shares, changes notes. Fails with conflict when the set is no longer of the version `seen`, or the name
    /// is taken.
    virtual Status change(WriteTx& tx, CodeSetId set, const CodeSetHeader& header, std::int64_t seen,
                          std::string_view actor) = 0;
    /// Voids the set. Fails with conflict when it is no longer of the version `seen`.
    virtual Status remove(WriteTx& tx, CodeSetId set, std::int64_t seen, std::string_view actor) = 0;

    /// At the end of the set; two people who add at once both succeed. Fails with conflict when the code is in it.
    virtual Result<CodeSetMemberId> addMember(WriteTx& tx, CodeSetId set, const CodeKey& key, std::string_view note,
                                              std::string_view actor) = 0;
    /// Fail with conflict when the member is no longer as `seen`.
    virtual Status changeMember(WriteTx& tx, const CodeSetMember& seen, std::string_view note,
                                std::string_view actor) = 0;
    virtual Status removeMember(WriteTx& tx, const CodeSetMember& seen, std::string_view actor) = 0;
    /// `order` names every member once. Fails with conflict when the set is no longer of the version `seen` or has
    /// other members by now.
    virtual Status reorder(WriteTx& tx, CodeSetId set, const std::vector<CodeSetMemberId>& order, std::int64_t seen,
                           std::string_view actor) = 0;
};

}  // namespace cw
