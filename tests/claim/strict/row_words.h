#pragma once

#include <string_view>

namespace cw::strict::words {

/// Elements that several rows share.
inline constexpr std::string_view n3 = "Ra1-55 Sa1-55";
inline constexpr std::string_view n4 = "Ra2-30 Rs Rz Sa2-3";
inline constexpr std::string_view ref = "Ra2-3 Ra1-50";
inline constexpr std::string_view refShort = "Ra2-3 Ra1-30";
inline constexpr std::string_view per = "R=IC Sa1-60 R=TE|FX|EM Ra1-256 S=EM|EX|FX|TE Sa1-256 S=EM|EX|FX|TE Sa1-256";
inline constexpr std::string_view hl = "Rn Sn R=20|22|23 R=0|1";
inline constexpr std::string_view dmg = "R=D8 RD R=F|M|U";
inline constexpr std::string_view member = "Ra2-2 R=1|2 Ra1-60 Sa1-35 Sa1-25 - Sa1-10 S=MI|II Sa2-80";
inline constexpr std::string_view patient = "R=QC R=1 Ra1-60 Sa1-35 Sa1-25 - Sa1-10";
inline constexpr std::string_view person = "Ra2-2 R=1 Ra1-60 Sa1-35 Sa1-25 - Sa1-10 S=XX SN";
inline constexpr std::string_view anyone = "Ra2-2 R=1|2 Ra1-60 Sa1-35 Sa1-25 - Sa1-10 S=XX SN";
inline constexpr std::string_view organisation = "Ra2-2 R=2 Ra1-60 - - - - S=XX SN";
inline constexpr std::string_view payer = "R=PR R=2 Ra1-60 - - - - R=PI|XV Ra2-80";
inline constexpr std::string_view taxonomy = "Ra2-2 R=PXC Rx";
inline constexpr std::string_view day = "R#3 R=D8 RD";
inline constexpr std::string_view amount = "Ra1-3 Rm";
inline constexpr std::string_view paperwork =
    "R=03|04|05|06|07|08|09|10|11|13|15|21|A3|A4|AM|AS|B2|B3|B4|BR|BS|BT|CB|CK|CT|D2|DA|DB|DG|DJ|DS|EB|HC|HR|I5|IR|LA|M1|MT|NN|"
    "OB|OC|OD|OE|OX|OZ|P4|P5|PE|PN|PO|PQ|PY|PZ|RB|RR|RT|RX|SG|V5|XP R=AA|BM|EL|EM|FT|FX - - S=AC Sa2-50";
inline constexpr std::string_view cas =
    "R=CO|CR|OA|PI|PR Ra1-5 Rm Sq Sa1-5 Sm Sq Sa1-5 Sm Sq Sa1-5 Sm Sq Sa1-5 Sm Sq Sa1-5 Sm Sq";
inline constexpr std::string_view subscriberLevel =
    "R=P|S|T|U|A|B|C|D|E|F|G|H S=18 Sa1-50 Sa1-60 S=12|13|14|15|16|41|42|43|47 - - - "
    "R=11|12|13|14|15|16|17|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ";
inline constexpr std::string_view otherSubscriber =
    "R=P|S|T|U|A|B|C|D|E|F|G|H R=18|01|19|20|21|39|40|53|G8 Sa1-50 Sa1-60 S=12|13|14|15|16|41|42|43|47 - - - "
    "R=11|12|13|14|15|16|17|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ";
/// The institutional guide does not use SBR05.
inline constexpr std::string_view institutionalSubscriber =
    "R=P|S|T|U|A|B|C|D|E|F|G|H S=18 Sa1-50 Sa1-60 - - - - R=11|12|13|14|15|16|17|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ";
inline constexpr std::string_view otherInstitutional =
    "R=P|S|T|U|A|B|C|D|E|F|G|H R=18|01|19|20|21|39|40|53|G8 Sa1-50 Sa1-60 - - - - "
    "R=11|12|13|14|15|16|17|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ";
inline constexpr std::string_view drug = "- R=N4 R#11";
inline constexpr std::string_view drugAmount = "- - - Rq R(R=F2|GR|ME|ML|UN)";

}  // namespace cw::strict::words
