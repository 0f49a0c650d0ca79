#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

class Users : public WorkTest {
protected:
    template <class Change>
    auto change(Change what)
    {
        auto tx = must(anna.work->beginWrite());
        auto outcome = what(*tx);
        if (outcome) must(tx->commit());
        return outcome;
    }
    Result<User> add(const std::string& name, const std::set<Role>& roles = {Role::coder})
    {
        return change([&](WriteTx& tx) { return anna.users.add(tx, name, roles); });
    }
    Result<User> find(const std::string& name)
    {
        auto tx = must(anna.work->beginRead());
        return anna.users.find(*tx, name);
    }
};

TEST_F(Users, AreFoundWithTheirRoles)
{
    ASSERT_TRUE(add("ben", {Role::coder, Role::biller}));
    const auto user = must(find("ben"));
    EXPECT_EQ((std::set<Role>{Role::coder, Role::biller}), user.roles);
    EXPECT_FALSE(user.isDisabled);
    EXPECT_EQ(m_clock.now(), user.createdAt);
}

TEST_F(Users, OfTheSameNameAreRefused)
{
    ASSERT_TRUE(add("ben"));
    const auto again = add("ben");
    ASSERT_FALSE(again);
    EXPECT_EQ("STORE-033", again.error().id);
    EXPECT_EQ(ErrorKind::conflict, again.error().kind);
}

TEST_F(Users, ThatAreNotThereAreNotFound)
{
    EXPECT_EQ(ErrorKind::notFound, find("nobody").error().kind);
    EXPECT_EQ("STORE-031", change([&](WriteTx& tx) { return anna.users.setRoles(tx, "nobody", {}); }).error().id);
    EXPECT_EQ("STORE-031", change([&](WriteTx& tx) { return anna.users.setDisabled(tx, "nobody", true); }).error().id);
}

TEST_F(Users, ChangeRolesAndState)
{
    ASSERT_TRUE(add("ben"));
    must(change([&](WriteTx& tx) { return anna.users.setRoles(tx, "ben", {Role::supervisor}); }));
    must(change([&](WriteTx& tx) { return anna.users.setDisabled(tx, "ben", true); }));
    EXPECT_EQ((std::set<Role>{Role::supervisor}), find("ben")->roles);
    EXPECT_TRUE(find("ben")->isDisabled);
}

TEST_F(Users, AreListedByName)
{
    ASSERT_TRUE(add("carl"));
    ASSERT_TRUE(add("ben"));
    auto tx = must(anna.work->beginRead());
    const auto all = must(anna.users.list(*tx));
    ASSERT_EQ(2U, all.size());
    EXPECT_EQ("ben", all[0].name);
    EXPECT_EQ("carl", all[1].name);
}

TEST_F(Users, WhoseRolesCannotBeReadAreCorrupt)
{
    ASSERT_TRUE(add("ben"));
    must(anna.database().execute("UPDATE account SET roles = 'king'"));
    EXPECT_EQ(ErrorKind::corrupt, find("ben").error().kind);
}

}  // namespace
}  // namespace cw::store
