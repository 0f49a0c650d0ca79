#include "claim/answers/reading/interchange_walk.h"

#include <fmt/format.h>

namespace cw::answers {

namespace {

bool names(std::string_view guide, std::string_view part)
{
    return guide.find(part) != std::string_view::npos;
}

}  // namespace

void InterchangeWalk::warn(std::string_view sentence)
{
    m_findings.warn(fmt::format("interchange {}: {}", m_origin.controlNumber, sentence));
}

Status InterchangeWalk::add(const Piece& piece)
{
    const auto tag = piece.tag();
    const int before = piece.number() - 1;
    if (tag == "ISA") {
        endInterchange(nullptr, before);
        startInterchange(piece);
    } else if (tag == "GS") {
        endGroup(nullptr, before);
        startGroup(piece);
    } else if (tag == "ST") {
        endSet(nullptr, before);
        startSet(piece);
    } else if (tag == "SE") {
        endSet(&piece, piece.number());
    } else if (tag == "GE") {
        endGroup(&piece, piece.number());
    } else if (tag == "IEA") {
        endInterchange(&piece, piece.number());
    } else if (m_level == Level::set) {
        if (m_reader) return m_reader->add(piece);
    } else if (tag == "TA1") {
        addTa1(piece);
    } else {
        warn(fmt::format("segment {} ({}) stands outside a transaction set; passed over", piece.number(), tag));
    }
    return {};
}

void InterchangeWalk::startInterchange(const Piece& piece)
{
    m_level = Level::interchange;
    m_groups = 0;
    m_hasContent = false;
    m_origin = {.sender = textAt(piece, 6),
                .receiver = textAt(piece, 8),
                .controlNumber = textAt(piece, 13),
                .day = readDay(piece.element(9)),
                .test = piece.element(15) == "T",
                .firstSegment = piece.number()};
}

void InterchangeWalk::startGroup(const Piece& piece)
{
    m_level = Level::group;
    ++m_groups;
    m_sets = 0;
    m_hasContent = false;
    m_lineOfBusiness = textAt(piece, 1);
    m_groupNumber = textAt(piece, 6);
    m_guide = textAt(piece, 8);
}

void InterchangeWalk::startSet(const Piece& piece)
{
    if (m_level != Level::group) warn(fmt::format("segment {}: a transaction set without a group", piece.number()));
    m_level = Level::set;
    ++m_sets;
    m_firstOfSet = piece.number();
    m_setNumber = textAt(piece, 2);
    const auto kind = piece.element(1);
    // ST03 names the guide; an 835 has none, then GS08 does.
    const auto guide = piece.element(3).empty() ? std::string_view(m_guide) : piece.element(3);
    Origin origin = m_origin;
    origin.firstSegment = origin.lastSegment = piece.number();
    m_reader.reset();
    if (kind == "999" || kind == "997") {
        m_reader = groupAckReader(origin, m_findings);
    } else if (kind == "277" && names(guide, "X214")) {
        m_reader = statusReader(origin, m_findings);
    } else if (kind == "835") {
        m_reader = remittanceReader(origin, m_findings);
        if (!guide.empty() && !names(guide, "X221")) warn("an 835 of another guide than 005010X221A1; read as one");
    } else {
        warn(fmt::format("set {} is a {} of guide {}, which we do not read; passed over", m_setNumber, kind, guide));
    }
}

void InterchangeWalk::addTa1(const Piece& piece)
{
    InterchangeAck ack;
    ack.origin = m_origin;
    ack.origin.firstSegment = ack.origin.lastSegment = piece.number();
    ack.controlNumber = textAt(piece, 1);
    const auto code = piece.element(4);
    if (code.empty()) warn("a TA1 without its code is taken as a refusal");
    ack.code = code.empty() ? 'R' : code.front();
    ack.note = textAt(piece, 5);
    m_findings.file.answers.emplace_back(std::move(ack));
    m_hasContent = true;
}

void InterchangeWalk::checkCount(const Piece& piece, int counted, std::string_view what)
{
    const auto told = readCount(piece.element(1));
    if (told == counted) return;
    if (told)
        warn(fmt::format("{}01 says {} {}, there are {}", piece.tag(), *told, what, counted));
    else
        warn(fmt::format("{}01 is no count; there are {} {}", piece.tag(), counted, what));
}

void InterchangeWalk::checkNumber(const Piece& piece, std::string_view expected, std::string_view start)
{
    if (piece.element(2) != expected) warn(fmt::format("{}02 is not the control number of {}", piece.tag(), start));
}

void InterchangeWalk::endSet(const Piece* piece, int last)
{
    if (m_level != Level::set) {
        if (piece != nullptr) warn(fmt::format("segment {}: SE without ST", last));
        return;
    }
    m_level = Level::group;
    if (m_reader) m_reader->finish(last);
    m_reader.reset();
    m_hasContent = true;
    if (piece == nullptr) return warn(fmt::format("set {} has no SE", m_setNumber));
    checkCount(*piece, last - m_firstOfSet + 1, "segments");
    checkNumber(*piece, m_setNumber, "ST");
}

void InterchangeWalk::endGroup(const Piece* piece, int last)
{
    if (m_level == Level::set) endSet(nullptr, piece != nullptr ? last - 1 : last);
    if (m_level != Level::group) {
        if (piece != nullptr) warn(fmt::format("segment {}: GE without GS", last));
        return;
    }
    m_level = Level::interchange;
    m_hasContent = true;
    if (piece == nullptr) return warn(fmt::format("group {} has no GE", m_groupNumber));
    checkCount(*piece, m_sets, "transaction sets");
    checkNumber(*piece, m_groupNumber, "GS");
}

void InterchangeWalk::endInterchange(const Piece* piece, int last)
{
    endGroup(nullptr, piece != nullptr ? last - 1 : last);
    if (m_level == Level::outside) return;
    m_level = Level::outside;
    if (piece == nullptr) return warn("it has no IEA");
    checkCount(*piece, m_groups, "groups");
    checkNumber(*piece, m_origin.controlNumber, "ISA");
}

bool InterchangeWalk::endOfFile(int lastSegment)
{
    if (m_level == Level::set && m_reader && !m_reader->isWhole()) return false;
    if (m_level == Level::set && !m_reader) return false;
    if ((m_level == Level::group || m_level == Level::interchange) && !m_hasContent) return false;
    endInterchange(nullptr, lastSegment);
    return true;
}

}  // namespace cw::answers
