#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

namespace cw::sample {

ClaimFileRequest request(const std::vector<const Encounter*>& encounters)
{
    ClaimFileRequest request{.day = Date::of(2025, 3, 18)};
    for (const auto* encounter : encounters)
        request.claims.push_back({.encounter = encounter, .number = claimNumberOf(*encounter, 1)});
    if (!encounters.empty()) {
        request.partner = partnerFrom(*encounters.front(), CoverageRank::primary);
        request.form = electronicForm(encounters.front()->setting);
    }
    request.numbers = {.interchange = 31, .group = 17, .batch = 219};
    request.minuteOfDay = 10 * 60 + 42;
    return request;
}

ClaimFile mustWrite(const ClaimFileRequest& request)
{
    auto file = write837(request);
    EXPECT_TRUE(file) << (file ? "" : file.error().detail);
    if (!file) return {};
    for (const auto& refused : file->refused) ADD_FAILURE() << refused.error.id << " " << refused.error.detail;
    return std::move(*file);
}

x12::Interchange writeAndRead(const Encounter& encounter)
{
    return readBack(mustWrite(request({&encounter})).bytes);
}

Error refusalOf(const ClaimFileRequest& request)
{
    auto file = write837(request);
    if (!file) return file.error();
    if (file->refused.empty()) return {.id = "written", .detail = file->bytes};
    return file->refused.front().error;
}

std::vector<std::string> texts(const x12::Interchange& file, std::string_view tag, std::string_view first)
{
    std::vector<std::string> found;
    for (const auto& segment : find(file, tag, first)) found.emplace_back(segment.text());
    return found;
}

std::vector<std::string> tagsBetween(const x12::Interchange& file, std::string_view from, std::string_view to)
{
    std::vector<std::string> tags;
    bool isInside = false;
    for (const auto& segment : file.segments) {
        if (!isInside && segment.text().starts_with(from)) isInside = true;
        if (isInside && segment.text().starts_with(to)) break;
        if (!isInside) continue;
        const bool isQualified = segment.tag() == "NM1" || segment.tag() == "REF" || segment.tag() == "DTP" ||
                                 segment.tag() == "AMT" || segment.tag() == "CRC" || segment.tag() == "HL";
        const bool isCodes = segment.tag() == "HI";
        std::string name(segment.tag());
        if (isQualified) name += "*" + std::string(segment.element(segment.tag() == "HL" ? 3 : 1));
        if (isCodes) name += "*" + std::string(segment.component(1, 1));
        tags.push_back(name);
    }
    return tags;
}

x12::Interchange readBack(const std::string& bytes)
{
    auto files = x12::readInterchanges(bytes);
    EXPECT_TRUE(files) << (files ? "" : files.error().detail);
    if (!files) return {};
    EXPECT_EQ(1U, files->size());
    return std::move(files->front());
}

std::vector<x12::Segment> find(const x12::Interchange& file, std::string_view tag, std::string_view first)
{
    std::vector<x12::Segment> found;
    for (const auto& segment : file.segments)
        if (segment.tag() == tag && (first.empty() || segment.element(1) == first)) found.push_back(segment);
    return found;
}

}  // namespace cw::sample
