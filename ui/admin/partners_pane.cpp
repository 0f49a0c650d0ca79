#include "ui/admin/partners_pane.h"

#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"

namespace cw::ui {

namespace {

struct Line {
    const char* name;
    std::string TradingPartner::*member;
};

const std::vector<Line> lines = {{"name", &TradingPartner::name},
                                 {"submitter_name", &TradingPartner::submitterName},
                                 {"submitter_id", &TradingPartner::submitterId},
                                 {"contact_name", &TradingPartner::contactName},
                                 {"email", &TradingPartner::email},
                                 {"sender_qualifier", &TradingPartner::senderQualifier},
                                 {"sender_id", &TradingPartner::senderId},
                                 {"application_sender", &TradingPartner::applicationSender},
                                 {"receiver_name", &TradingPartner::receiverName},
                                 {"receiver_id", &TradingPartner::receiverId},
                                 {"receiver_qualifier", &TradingPartner::receiverQualifier},
                                 {"interchange_receiver", &TradingPartner::interchangeReceiver},
                                 {"application_receiver", &TradingPartner::applicationReceiver},
                                 {"out_folder", &TradingPartner::outFolder},
                                 {"in_folder", &TradingPartner::inFolder}};

QString delimitersOf(const x12::Delimiters& delimiters)
{
    return QStringList{QString(QLatin1Char(delimiters.element)), QString(QLatin1Char(delimiters.repetition)),
                       QString(QLatin1Char(delimiters.component)), QString(QLatin1Char(delimiters.segment))}
        .join(QLatin1Char(' '));
}

int countOf(const QString& text, const char* field, std::vector<FieldFault>& faults)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    if (!isNumber) faults.push_back({field, "must be a number"});
    return isNumber ? count : 1;
}

}  // namespace

PartnersPane::PartnersPane(PageContext& context, QWidget* parent)
    : RecordPane(
          context,
          {.title = tr("Trading partners"),
           .name = QStringLiteral("partners"),
           .one = tr("trading partner"),
           .columns = {tr("Name"), tr("Takes"), tr("We are"), tr("Receiver"), tr("Files"), tr("State")},
           .widths = {220, 130, 180, 0, 190, 110},
           .stretch = 3,
           .empty =
               tr("Clearinghouses and payers that take our files. Without one, each payer gets files of its own.")},
          parent, [](app::DirectoryDesk& desk) { return desk.partners(); }, nullptr)
{
    m_header->addHint(keyHint("admin.default"), tr("the default"));
    makeForm();
    bindCommand("admin.default", m_table, [this] { makeDefault(); });
    showRecord(-1);
}

void PartnersPane::makeForm()
{
    m_form->addLine(QStringLiteral("name"), tr("Name"), tr("as we call it: Ability"));
    m_form->addLine(QStringLiteral("submitter_name"), tr("We are called"));
    m_form->addLine(QStringLiteral("submitter_id"), tr("Our id there"), tr("given by the receiver"));
    m_form->addLine(QStringLiteral("contact_name"), tr("Our contact"));
    m_form->addLine(QStringLiteral("phone"), tr("Phone"), tr("ten digits"));
    m_form->addLine(QStringLiteral("email"), tr("E-mail"));
    m_form->addLine(QStringLiteral("receiver_name"), tr("Receiver"));
    m_form->addLine(QStringLiteral("receiver_id"), tr("Receiver id"));
    m_form->addLine(QStringLiteral("delimiters"), tr("Delimiters"), tr("element, repetition, component, segment"));
    m_form->addLine(QStringLiteral("sender_qualifier"), tr("ISA05"), QStringLiteral("ZZ"));
    m_form->addLine(QStringLiteral("sender_id"), tr("ISA06"), tr("empty: our id"));
    m_form->addLine(QStringLiteral("application_sender"), tr("GS02"), tr("empty: as ISA06"));
    m_form->addLine(QStringLiteral("receiver_qualifier"), tr("ISA07"), QStringLiteral("ZZ"));
    m_form->addLine(QStringLiteral("interchange_receiver"), tr("ISA08"), tr("empty: the receiver id"));
    m_form->addLine(QStringLiteral("application_receiver"), tr("GS03"), tr("empty: as ISA08"));
    m_form->addLine(QStringLiteral("claims_per_file"), tr("Claims a file"));
    m_form->addLine(QStringLiteral("claims_per_set"), tr("Claims a set"));
    m_form->addChoice(QStringLiteral("characters"), tr("Signs"), {tr("all of X12"), tr("the basic ones")},
                      {QStringLiteral("extended"), QStringLiteral("basic")});
    m_form->addLine(QStringLiteral("out_folder"), tr("Files go to"), tr("empty: the folder chosen"));
    m_form->addLine(QStringLiteral("in_folder"), tr("Answers are in"), tr("empty: none"));
    m_form->addCheck(QStringLiteral("line_feeds"), tr("A line feed after each segment"));
    m_form->addCheck(QStringLiteral("wants_ta1"), tr("Ask for a TA1"));
    m_form->addCheck(QStringLiteral("test_only"), tr("Test files only"));
    m_form->addCheck(QStringLiteral("active"), tr("In use"));
    m_form->addButton(tr("Keep"), QStringLiteral("keep"), [this] { keep(); });
    m_form->addButton(tr("New partner"), QStringLiteral("new"), [this] { startNew(); });
    m_form->addButton(tr("Make it the default"), QStringLiteral("default"), [this] { makeDefault(); });
}

ListRow PartnersPane::rowOf(const TradingPartner& partner) const
{
    const bool isDefault = m_defaultPartner.isValid() && partner.id == m_defaultPartner;
    const auto files = partner.testOnly ? tr("test, %1 claims").arg(partner.claimsPerFile)
                                        : tr("production, %1 claims").arg(partner.claimsPerFile);
    return {{qs(partner.name), isDefault ? tr("every other payer") : tr("its payers"), qs(partner.submitterId),
             qs(partner.receiverName), files},
            false};
}

void PartnersPane::fill(const TradingPartner& partner)
{
    for (const auto& line : lines) m_form->setText(QString::fromLatin1(line.name), qs(partner.*line.member));
    m_form->setText(QStringLiteral("phone"), qs(partner.phone));
    m_form->setText(QStringLiteral("delimiters"), delimitersOf(partner.delimiters));
    m_form->setText(QStringLiteral("claims_per_file"), QString::number(partner.claimsPerFile));
    m_form->setText(QStringLiteral("claims_per_set"), QString::number(partner.claimsPerSet));
    m_form->setText(QStringLiteral("characters"),
                    partner.characters == CharacterSet::basic ? QStringLiteral("basic") : QStringLiteral("extended"));
    m_form->setOn(QStringLiteral("line_feeds"), partner.lineFeeds);
    m_form->setOn(QStringLiteral("wants_ta1"), partner.wantsTa1);
    m_form->setOn(QStringLiteral("test_only"), partner.testOnly);
    m_form->setOn(QStringLiteral("active"), partner.isActive);
}

TradingPartner PartnersPane::entered(TradingPartner partner, std::vector<FieldFault>& faults) const
{
    for (const auto& line : lines) partner.*line.member = utf8(m_form->text(QString::fromLatin1(line.name)));
    partner.phone = phoneEntered(m_form->text(QStringLiteral("phone")));
    const auto signs = m_form->text(QStringLiteral("delimiters")).remove(QLatin1Char(' ')).toLatin1();
    if (signs.size() == 4)
        partner.delimiters = {.element = signs[0], .repetition = signs[1], .component = signs[2], .segment = signs[3]};
    else
        faults.push_back({"delimiters", "must be four signs: element, repetition, component, segment"});
    partner.claimsPerFile = countOf(m_form->text(QStringLiteral("claims_per_file")), "claims_per_file", faults);
    partner.claimsPerSet = countOf(m_form->text(QStringLiteral("claims_per_set")), "claims_per_set", faults);
    partner.characters = m_form->text(QStringLiteral("characters")) == QStringLiteral("basic") ? CharacterSet::basic
                                                                                               : CharacterSet::extended;
    partner.lineFeeds = m_form->isOn(QStringLiteral("line_feeds"));
    partner.wantsTa1 = m_form->isOn(QStringLiteral("wants_ta1"));
    partner.testOnly = m_form->isOn(QStringLiteral("test_only"));
    partner.isActive = m_form->isOn(QStringLiteral("active"));
    return partner;
}

void PartnersPane::makeDefault()
{
    const auto* entry = at(currentRow());
    if (!entry || !entry->record.isActive) return;
    m_context.work.run<bool>(
        this,
        [id = entry->record.id](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::DirectoryDesk(workspace).setDefaultPartner(id));
            return true;
        },
        [this, name = titleOf(entry->record)](const Result<bool>& done) {
            if (!done) return m_context.prompter.showError(this, done.error());
            emit statusText(tr("%1 takes the claims of all payers that name no partner").arg(name));
            load();
        });
}

}  // namespace cw::ui
