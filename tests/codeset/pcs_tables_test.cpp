#include "codeset/pcs_tables.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

TEST(PcsTablesTest, RowsGiveTheProductOfTheirAxesSortedAndOnce)
{
    PcsTable table;
    table.prefix = "0FT";
    table.rows.push_back({{{{{'1', "One"}, {'0', "Zero"}}, {{'0', "Open"}}, {{'Z', "None"}}, {{'Z', "None"}}}}});
    table.rows.push_back({{{{{'1', "One"}}, {{'0', "Open"}}, {{'Z', "None"}}, {{'Z', "None"}, {'X', "Other"}}}}});
    const PcsTables tables{{table}};
    EXPECT_EQ((std::vector<std::string>{"0FT00ZZ", "0FT10ZX", "0FT10ZZ"}), expandToCodes(tables));
    EXPECT_TRUE(expandToCodes(PcsTables{}).empty());
}

}  // namespace
}  // namespace cw
