#include "claim/answers/reading/set_reader.h"

#include <algorithm>

namespace cw::answers {

namespace {

char codeOf(std::string_view text, char otherwise)
{
    return text.empty() ? otherwise : text.front();
}

/// 999 (005010X231A1) and its elder 997, which has AK3, AK4 and AK5 in place of IK3, IK4 and IK5.
class GroupAckReader final : public SetReader {
public:
    using SetReader::SetReader;

    Status add(const Piece& piece) override
    {
        const auto tag = piece.tag();
        if (tag == "AK1")
            m_ack.groupNumber = textAt(piece, 2);
        else if (tag == "AK2")
            startSet(piece);
        else if (tag == "AK9")
            endGroup(piece);
        else if (!m_ack.sets.empty())
            addToSet(piece, m_ack.sets.back());
        return {};
    }

    void finish(int last) override
    {
        if (!m_hasEnd) {
            warn(last, "AK9 is missing; the group is judged by its sets");
            const auto isTaken = [](const SetAck& set) { return set.code == 'A' || set.code == 'E'; };
            m_ack.code = std::all_of(m_ack.sets.begin(), m_ack.sets.end(), isTaken) ? 'A' : 'P';
        }
        judgeOpenSets(last);
        m_ack.origin = m_origin;
        m_ack.origin.lastSegment = last;
        m_findings.file.answers.emplace_back(std::move(m_ack));
    }

    bool isWhole() const override { return m_hasEnd; }

private:
    void startSet(const Piece& piece)
    {
        m_ack.sets.push_back({.setNumber = textAt(piece, 2), .code = 0});
        m_context = Context::none;
    }

    void addToSet(const Piece& piece, SetAck& set)
    {
        const auto tag = piece.tag();
        if (tag == "IK3" || tag == "AK3") {
            set.faults.push_back({.segment = textAt(piece, 1),
                                  .position = optionalCount(piece, 2).value_or(0),
                                  .loop = textAt(piece, 3),
                                  .code = textAt(piece, 4)});
            m_context = Context::segment;
        } else if ((tag == "IK4" || tag == "AK4") && m_context == Context::segment) {
            addElement(piece, set.faults.back());
        } else if (tag == "CTX" && m_context == Context::segment) {
            set.faults.back().contexts.push_back(contextOf(piece));
        } else if (tag == "IK5" || tag == "AK5") {
            set.code = codeOf(piece.element(1), 0);
            for (std::size_t at = 2; at <= piece.elementCount(); ++at)
                if (!piece.element(at).empty()) set.codes.push_back(textAt(piece, at));
            m_context = Context::none;
        }
    }

    static void addElement(const Piece& piece, SegmentFault& fault)
    {
        fault.elements.push_back({.element = readCount(piece.component(1, 1)).value_or(0),
                                  .component = readCount(piece.component(1, 2)).value_or(0),
                                  .repetition = readCount(piece.component(1, 3)).value_or(0),
                                  .code = textAt(piece, 3),
                                  .badValue = textAt(piece, 4)});
    }

    /// "CLM01:V-1001"; a trigger with its segment and element after asterisks.
    static std::string contextOf(const Piece& piece)
    {
        std::string text;
        for (std::size_t at = 1; at <= piece.elementCount(); ++at) {
            if (at > 1) text += '*';
            auto part = textAt(piece, at);
            std::replace(part.begin(), part.end(), piece.componentSeparator(), ':');
            text += part;
        }
        return text;
    }

    void endGroup(const Piece& piece)
    {
        m_hasEnd = true;
        m_ack.code = codeOf(piece.element(1), 'A');
        m_ack.included = optionalCount(piece, 2).value_or(0);
        m_ack.received = optionalCount(piece, 3).value_or(0);
        m_ack.accepted = optionalCount(piece, 4).value_or(0);
    }

    /// A set without IK5 goes with its group; of a group that was taken in part only what has no faults.
    void judgeOpenSets(int last)
    {
        for (auto& set : m_ack.sets) {
            if (set.code != 0) continue;
            warn(last, "a set has no IK5; it is judged by its group");
            const bool groupTaken = m_ack.code == 'A' || m_ack.code == 'E';
            set.code = groupTaken || (m_ack.code == 'P' && set.faults.empty()) ? 'A' : 'R';
        }
    }

    enum class Context { none, segment };
    GroupAck m_ack;
    Context m_context = Context::none;
    bool m_hasEnd = false;
};

}  // namespace

std::unique_ptr<SetReader> groupAckReader(const Origin& origin, Findings& findings)
{
    return std::make_unique<GroupAckReader>(origin, findings);
}

}  // namespace cw::answers
