#include "ui/desk/edit_list.h"

#include <gtest/gtest.h>

namespace cw::ui {
namespace {

Finding finding(const char* rule, Severity severity, std::int64_t subject = 1)
{
    return {.key = {.rule = rule, .subjects = {subject}}, .severity = severity, .message = "M.", .fix = "F."};
}

QStringList list(std::initializer_list<const char*> texts)
{
    QStringList all;
    for (const auto* text : texts) all.append(QString::fromLatin1(text));
    return all;
}

QStringList shown(const EditReport& report)
{
    QStringList lines;
    for (const auto& row : editRows(report, {}, false))
        lines.append(row.kind == EditRow::Kind::heading
                         ? QStringLiteral("%1 %2").arg(row.heading).arg(row.count)
                         : QString::fromStdString(row.kind == EditRow::Kind::finding ? row.finding.key.rule
                                                                                     : row.missing.front().table));
    return lines;
}

TEST(EditRows, GroupsFamiliesWorstFirst)
{
    EditReport report{.findings = {finding("GL-5", Severity::note), finding("GL-1", Severity::warning),
                                   finding("NC-2", Severity::error)},
                      .notChecked = {{"mpfs", Date::of(2025, 1, 1)}}};
    EXPECT_EQ((list({"NCCI 1", "NC-2", "Coding guidelines 2", "GL-1", "GL-5", "Not checked 1", "mpfs"})),
              shown(report));
}

TEST(EditRows, OneGroupNeedsNoHeading)
{
    EXPECT_EQ((list({"GL-1"})), shown({.findings = {finding("GL-1", Severity::warning)}}));
}

TEST(EditRows, WhatIsAttestedStandsApart)
{
    auto attested = finding("GL-1", Severity::error);
    attested.attested = AttestedBy{"coder", {}, "why"};
    EXPECT_EQ((list({"Coding guidelines 1", "GL-2", "Attested 1", "GL-1"})),
              shown({.findings = {attested, finding("GL-2", Severity::note)}}));
}

TEST(EditRows, ModelMarksWhatTheLastChangeBrought)
{
    EditListModel model;
    model.setReport({.findings = {finding("GL-1", Severity::warning)}});
    EXPECT_FALSE(model.index(0, 0).data(EditListModel::NewRole).toBool()) << "the first report is not news";
    model.setReport({.findings = {finding("GL-1", Severity::warning), finding("GL-1", Severity::warning, 2)}});
    EXPECT_FALSE(model.index(0, 0).data(EditListModel::NewRole).toBool());
    EXPECT_TRUE(model.index(1, 0).data(EditListModel::NewRole).toBool());
    model.clear();
    model.setReport({.findings = {finding("GL-9", Severity::warning)}});
    EXPECT_FALSE(model.index(0, 0).data(EditListModel::NewRole).toBool()) << "another chart";
}

TEST(EditRows, StepsOverHeadings)
{
    EditListModel model;
    model.setReport({.findings = {finding("GL-1", Severity::warning), finding("NC-2", Severity::error)}});
    ASSERT_TRUE(model.isHeading(0));
    EXPECT_EQ(1, model.step(-1, 1));
    EXPECT_EQ(3, model.step(1, 1));
    EXPECT_EQ(1, model.step(3, 1)) << "around the end";
    EXPECT_EQ(3, model.step(1, -1));
}

}  // namespace
}  // namespace cw::ui
