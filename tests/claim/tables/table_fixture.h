#pragma once

#include "claim/tables/claim_tables.h"
#include "tests/claim/sample_encounter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace cw::test {

using Rows = std::vector<std::map<std::string, std::string>>;

inline ClaimFileRequest tableRequest(const std::vector<const Encounter*>& encounters, ClaimForm form = ClaimForm::csv)
{
    ClaimFileRequest request;
    request.form = form;
    request.day = Date::of(2025, 2, 3);
    for (const auto* encounter : encounters)
        request.claims.push_back({.encounter = encounter, .number = encounter->encounterId + "-2", .version = 2});
    return request;
}

/// A table written out, as rows by column name. Fails the test when it is not RFC 4180.
inline Rows parseCsv(const std::string& bytes)
{
    std::vector<std::vector<std::string>> records(1);
    records.back().emplace_back();
    bool isQuoted = false;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto& field = records.back().back();
        const char c = bytes[at];
        if (isQuoted && c == '"' && at + 1 < bytes.size() && bytes[at + 1] == '"')
            field += bytes[++at];
        else if (c == '"') {
            EXPECT_TRUE(isQuoted || field.empty()) << "a quotation mark within a bare field";
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == ',')
            records.back().emplace_back();
        else if (!isQuoted && c == '\r') {
            EXPECT_EQ('\n', bytes.at(++at));
            records.push_back({""});
        } else {
            EXPECT_TRUE(isQuoted || c != '\n') << "a bare line feed";
            field += c;
        }
    }
    EXPECT_FALSE(isQuoted);
    EXPECT_EQ((std::vector<std::string>{""}), records.back()) << "the last line has no end";
    records.pop_back();
    Rows rows;
    for (std::size_t at = 1; at < records.size(); ++at) {
        EXPECT_EQ(records[0].size(), records[at].size()) << "row " << at;
        auto& row = rows.emplace_back();
        for (std::size_t column = 0; column < records[0].size(); ++column)
            row[records[0][column]] = records[at][column];
    }
    return rows;
}

}  // namespace cw::test
