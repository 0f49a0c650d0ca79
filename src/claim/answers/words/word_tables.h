#pragma once

#include <span>
#include <string_view>

namespace cw::answers {

/// Codes with words of our own. The official texts are X12's and stand nowhere here. Which code means what is trade knowledge
/// (tag K): a wrong word misleads a reader, so the code itself always stands beside it.
struct Word {
    std::string_view code;
    std::string_view text;
};

enum class Reach : char { denial, reduction };
enum class Hand : char { coder, biller };

/// A claim adjustment reason: what it says, whether it takes the payment away or is part of how it is worked out, who can act
/// on it, rules of ours that look for it (blank-separated), and what a new rule would check.
struct ReasonWord {
    std::string_view code;
    Reach reach;
    Hand hand;
    std::string_view rules;
    std::string_view text;
    std::string_view proposal = {};
};

/// A claim status code of the 277CA as what is wrong: "diagnosis code".
struct StatusWord {
    std::string_view code;
    Hand hand;
    std::string_view rules;
    std::string_view text;
};

std::span<const Word> ta1Notes();
std::span<const Word> segmentFaults();
std::span<const Word> elementFaults();
std::span<const Word> statusCategories();
std::span<const Word> entities();
std::span<const Word> adjustmentGroups();
std::span<const Word> claimStatuses();
std::span<const Word> providerAdjustments();
std::span<const Word> remarks();
/// Rules by remark, blank-separated.
std::span<const Word> remarkRules();
/// In three parts, by code.
std::span<const ReasonWord> firstReasons();
std::span<const ReasonWord> middleReasons();
std::span<const ReasonWord> lastReasons();
std::span<const StatusWord> firstStatuses();
std::span<const StatusWord> lastStatuses();

}  // namespace cw::answers
