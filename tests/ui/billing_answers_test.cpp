// Answers come in: rejected, fixed and sent again; paid and denied; what fits no claim; taken back. By keyboard.
#include "app/billing/answer_desk.h"
#include "app/billing/denial_desk.h"
#include "tests/ui/support/billing_on_screen.h"
#include "ui/billing/claim_data_dialog.h"
#include "ui/billing/file_models.h"
#include "ui/billing/queue_models.h"
#include "ui/billing/segment_view.h"
#include "ui/codes/link_browser.h"
#include "ui/widgets/row_delegate.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>

namespace cw::ui {
namespace {

class BillingAnswers : public BillingOnScreen {
protected:
    SentFile sendOne(const char* id)
    {
        ready({{.id = id, .secondPayer = "Northgate Supplement"}});
        auto sent = send({id});
        return sent.empty() ? SentFile{} : sent.front();
    }
    std::string memberId(const std::string& encounterId)
    {
        const auto value = signedIn.now<std::string>([encounterId](app::Workspace& office) -> Result<std::string> {
            CW_TRY(const auto tx, office.work().beginRead());
            CW_TRY(const auto stored, office.encounters().load(*tx, encounterId));
            return stored.encounter.coverages.at(0).memberId;
        });
        return value ? *value : std::string();
    }
    void choose(const char* list, const char* number)
    {
        for (int row = 0; row < table(list).model()->rowCount(); ++row)
            if (cell(list, row, ClaimQueueModel::name) == QLatin1String(number)) return table(list).selectRow(row);
        ADD_FAILURE() << number;
    }
    QString text() const
    {
        for (auto* browser : page->findChildren<LinkBrowser*>(QStringLiteral("billing.claim")))
            if (browser->isVisible()) return browser->toPlainText();
        return {};
    }
    bool waitText(const char* words) const
    {
        return waitUntil([&] { return text().contains(QString::fromUtf8(words)); });
    }
};

TEST_F(BillingAnswers, RejectedClaimIsOpenedFixedAndSentAgainInSixKeysAndTheEdit)
{
    const auto sent = sendOne("T-1");
    if (HasFailure()) return;
    open();
    import({write("status.277", statusReport(sent, {{.number = "T-1", .verdict = "A7:164:IL*20251103*U*205" }}))});
    if (HasFatalFailure()) return;
    EXPECT_TRUE(prompter.shown.last().contains(QStringLiteral("1 rejected"))) << prompter.shown.last().toStdString();
    ASSERT_TRUE(waitTab(3, "Rejected 1"));
    EXPECT_EQ(EncounterStatus::rejected, statusOf("T-1"));

    keys = 0;
    press(Qt::Key_4, Qt::AltModifier);
    ASSERT_TRUE(waitRows("billing.claims.rejected", 1));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitDialog("claim.data"));
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_TRUE(field);
    EXPECT_EQ(QStringLiteral("/coverages/0/member_id"), field->objectName())
        << "the field that the payer complained of";
    type("W999888");
    press(Qt::Key_Return);
    ASSERT_TRUE(waitNoDialog("claim.data"));
    press(Qt::Key_S);
    ASSERT_TRUE(waitDialog("resend.dialog"));
    EXPECT_EQ(QStringLiteral("1"), dialog("resend.dialog")->findChild<QComboBox*>()->currentData().toString());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitShown(2));
    EXPECT_LE(keys, 6);

    EXPECT_EQ("W999888", memberId("T-1"));
    EXPECT_EQ(EncounterStatus::exported, statusOf("T-1"));
    const auto again = claimOf("T-1");
    EXPECT_EQ(2, again.version);
    EXPECT_EQ("1", again.frequency);
    ASSERT_TRUE(waitTab(3, "Rejected 0"));
    ASSERT_TRUE(waitTab(2, "Sent 2"));
}

TEST_F(BillingAnswers, RemittancePaysAndDeniesWithWorkToDo)
{
    ready({{.id = "T-1", .secondPayer = "Northgate Supplement"}, {.id = "T-2", .lastName = "Tamsin"}});
    const auto sent = send({"T-1", "T-2"});
    if (HasFailure()) return;
    ASSERT_EQ(1U, sent.size());
    open();
    import({write("pay.835", remittance(sent[0], {{.number = "T-1", .verdict = "paid"},
                                                  {.number = "T-2",
                                                   .verdict = "denied",
                                                   .lastName = "TAMSIN" }}))});
    if (HasFatalFailure()) return;
    ASSERT_TRUE(waitTab(5, "Paid 1"));
    ASSERT_TRUE(waitTab(4, "Denied 1"));

    press(Qt::Key_6, Qt::AltModifier);
    ASSERT_TRUE(waitRows("billing.claims.paid", 1));
    EXPECT_EQ(QStringLiteral("140.00"), cell("billing.claims.paid", 0, ClaimQueueModel::paid));
    ASSERT_TRUE(waitText("CO-45")) << text().toStdString();
    EXPECT_TRUE(text().contains(QStringLiteral("PR-2"))) << text().toStdString();
    press(Qt::Key_B);
    ASSERT_TRUE(waitUntil([this] { return statusOf("T-1") == EncounterStatus::approved; }));
    ASSERT_TRUE(waitTab(0, "Ready 2")) << tabs().tabText(0).toStdString();

    press(Qt::Key_5, Qt::AltModifier);
    ASSERT_TRUE(waitRows("billing.claims.denied", 1));
    ASSERT_TRUE(waitText("CO-197"));
    prompter.texts = {QStringLiteral("called, ref 77"), QStringLiteral("letter by fax")};
    press(Qt::Key_N);
    ASSERT_TRUE(waitText("called, ref 77"));
    press(Qt::Key_A);
    ASSERT_TRUE(waitText("letter by fax"));
    EXPECT_TRUE(text().contains(QStringLiteral("level 1")));
    press(Qt::Key_O);
    ASSERT_TRUE(waitDialog("outcome.dialog"));
    dialog("outcome.dialog")->findChild<QLineEdit*>(QStringLiteral("outcome.note"))->setText(QStringLiteral("agreed"));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitText("closed: resent")) << text().toStdString();
    EXPECT_TRUE(prompter.errors.empty());
}

TEST_F(BillingAnswers, AppealPacketIsWrittenWithALetter)
{
    const auto sent = sendOne("T-1");
    if (HasFailure()) return;
    open();
    import({write("pay.835", remittance(sent, {{.number = "T-1", .verdict = "denied" }}))});
    if (HasFatalFailure()) return;
    press(Qt::Key_5, Qt::AltModifier);
    ASSERT_TRUE(waitRows("billing.claims.denied", 1));
    ASSERT_TRUE(waitText("CO-197"));
    prompter.folders = {files.path()};
    press(Qt::Key_P);
    ASSERT_TRUE(waitDialog("letter.dialog"));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] {
        return QFile::exists(files.filePath(QStringLiteral("appeal-T-1.pdf"))) || !prompter.errors.empty();
    }));
    ASSERT_TRUE(prompter.errors.empty()) << describe(prompter.errors.front());
}

TEST_F(BillingAnswers, WhatFitsNoClaimWaitsAndIsMatchedByAPerson)
{
    const auto sent = sendOne("T-1");
    if (HasFailure()) return;
    open();
    import({write("pay.835", remittance(sent, {{.number = "OLD-7", .verdict = "paid"},
                                               {.number = "OLD-8",
                                                .verdict = "deductible",
                                                .control = "PCN2",
                                                .lastName = "NOBODY" }}))});
    if (HasFatalFailure()) return;
    ASSERT_TRUE(waitTab(6, "Waiting 2"));
    press(Qt::Key_7, Qt::AltModifier);
    ASSERT_TRUE(waitRows("billing.waiting", 2));
    ASSERT_TRUE(waitRows("billing.candidates", 1));
    press(Qt::Key_Return);
    EXPECT_EQ(&table("billing.candidates"), QApplication::focusWidget());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitTab(6, "Waiting 1"));
    EXPECT_EQ(ClaimStatus::paid, claimOf("T-1").status);
    prompter.texts = {QStringLiteral("another practice")};
    ASSERT_TRUE(waitRows("billing.waiting", 1));
    table("billing.waiting").setFocus();
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitTab(6, "Waiting 0"));
    EXPECT_TRUE(prompter.errors.empty());
}

TEST_F(BillingAnswers, FileIsVoidedWithAReasonAndSavedAgain)
{
    sendOne("T-1");
    if (HasFailure()) return;
    open();
    press(Qt::Key_8, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return table("billing.files").currentRow() == 0; }));
    prompter.folders = {files.path()};
    press(Qt::Key_S);
    ASSERT_TRUE(
        waitUntil([this] { return !QDir(files.path()).entryList({QStringLiteral("*.x12")}, QDir::Files).isEmpty(); }));
    prompter.texts = {QStringLiteral("sent to the wrong partner")};
    press(Qt::Key_V);
    ASSERT_TRUE(waitUntil([this] { return statusOf("T-1") == EncounterStatus::approved; }));
    ASSERT_TRUE(waitUntil([this] {
        return table("billing.files")
            .model()
            ->index(0, BatchModel::file)
            .data(SecondLineRole)
            .toString()
            .startsWith(QStringLiteral("voided"));
    }));
    EXPECT_TRUE(prompter.errors.empty());
}

TEST_F(BillingAnswers, TimelineShowsEveryFileBehindTheClaim)
{
    const auto sent = sendOne("T-1");
    if (HasFailure()) return;
    open();
    import({write("ack.999", acknowledgement(sent)),
            write("status.277", statusReport(sent,
                                             {{.number = "T-1",
                                               .verdict = "A2:20*20251103*WQ*205" }}))});
    if (HasFatalFailure()) return;
    press(Qt::Key_3, Qt::AltModifier);
    ASSERT_TRUE(waitRows("billing.claims.sent", 2));
    choose("billing.claims.sent", "T-1");
    const auto timeline = [this]() -> ListTable* {
        for (auto* list : page->findChildren<ListTable*>(QStringLiteral("billing.timeline")))
            if (list->isVisible()) return list;
        return nullptr;
    };
    ASSERT_TRUE(waitUntil([&] { return timeline() && timeline()->model()->rowCount() >= 3; }));
    press(Qt::Key_Return);
    ASSERT_EQ(timeline(), QApplication::focusWidget());
    EXPECT_EQ(timeline()->model()->rowCount() - 1, timeline()->currentRow()) << "the newest is current";
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([] { return qobject_cast<SegmentView*>(QApplication::focusWidget()) != nullptr; }));
    EXPECT_TRUE(
        qobject_cast<SegmentView*>(QApplication::focusWidget())->toPlainText().contains(QStringLiteral("TRN*2*T-1~")));
    press(Qt::Key_Escape);
    EXPECT_EQ(timeline(), QApplication::focusWidget());
}

TEST_F(BillingAnswers, ADamagedFileIsNamedAndTheOthersGoIn)
{
    const auto sent = sendOne("T-1");
    if (HasFailure()) return;
    open();
    const auto whole = remittance(sent, {{.number = "T-1", .verdict = "paid"}});
    import({write("cut.835", whole.substr(0, whole.size() / 2)), write("pay.835", whole), write("same.835", whole)});
    if (HasFatalFailure()) return;
    const QString said = prompter.shown.last();
    EXPECT_TRUE(said.contains(QStringLiteral("cut.835 was not used"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("same.835 was imported before"))) << said.toStdString();
    EXPECT_EQ(ClaimStatus::paid, claimOf("T-1").status);
}

TEST_F(BillingAnswers, ClaimDataAsksBeforeItDropsChanges)
{
    ready({{.id = "T-1"}});
    open();
    ASSERT_TRUE(waitUntil([this] { return table("billing.claims.ready").model()->rowCount() > 0; }));
    table("billing.claims.ready").setFocus();
    press(Qt::Key_D);
    ASSERT_TRUE(waitDialog("claim.data"));
    press(Qt::Key_F, Qt::ControlModifier);
    type("member");
    press(Qt::Key_Return);
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_TRUE(field && field->objectName().endsWith(QStringLiteral("member_id")));
    type("X");
    prompter.yes = false;
    press(Qt::Key_Escape);
    EXPECT_TRUE(dialog("claim.data"));
    EXPECT_TRUE(prompter.asked.contains(QStringLiteral("Leave without saving?")));
    prompter.yes = true;
    press(Qt::Key_Escape);
    ASSERT_TRUE(waitNoDialog("claim.data"));
}

TEST_F(BillingAnswers, ReportsCountAllCodes)
{
    const auto sent = sendOne("T-1");
    if (HasFailure()) return;
    open();
    import({write("pay.835", remittance(sent, {{.number = "T-1", .verdict = "denied" }}))});
    if (HasFatalFailure()) return;
    press(Qt::Key_R, Qt::AltModifier);
    ASSERT_TRUE(waitDialog("billing.reports"));
    auto* counts = dialog("billing.reports")->findChild<ListTable*>(QStringLiteral("reports.counts"));
    ASSERT_TRUE(waitUntil([&] { return counts->model()->rowCount() > 0; }));
    EXPECT_EQ(QStringLiteral("CO-197"), counts->model()->index(0, 0).data().toString());
    press(Qt::Key_Escape);
    ASSERT_TRUE(waitNoDialog("billing.reports"));
}

}  // namespace
}  // namespace cw::ui
