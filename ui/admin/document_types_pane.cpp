#include "ui/admin/document_types_pane.h"

#include "app/intake.h"
#include "ui/async/background.h"
#include "ui/desk/sources_list.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int kinds = static_cast<int>(DocumentType::other) + 1;

QString listText(const std::vector<std::string>& prefixes)
{
    QStringList parts;
    for (const auto& prefix : prefixes) parts.append(qs(prefix));
    return parts.join(QStringLiteral(", "));
}

}  // namespace

std::vector<std::string> prefixesOf(const QString& text)
{
    std::vector<std::string> prefixes;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        auto prefix = compactCode(utf8(part.trimmed()));
        if (!prefix.empty()) prefixes.push_back(std::move(prefix));
    }
    return prefixes;
}

void DocumentTypeModel::setRules(const std::vector<app::DocumentTypeRule>& rules)
{
    beginResetModel();
    m_rules.clear();
    for (int i = 0; i < kinds; ++i) {
        app::DocumentTypeRule row;
        row.type = static_cast<DocumentType>(i);
        const auto known =
            std::find_if(rules.begin(), rules.end(), [&row](const auto& rule) { return rule.type == row.type; });
        m_rules.push_back(known == rules.end() ? row : *known);
    }
    endResetModel();
}

void DocumentTypeModel::setRule(int row, const app::DocumentTypeRule& rule)
{
    m_rules.at(static_cast<std::size_t>(row)) = rule;
    emit dataChanged(index(row, 0), index(row, columns - 1));
}

const app::DocumentTypeRule* DocumentTypeModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rules[static_cast<std::size_t>(row)] : nullptr;
}

std::vector<app::DocumentTypeRule> DocumentTypeModel::rules() const
{
    std::vector<app::DocumentTypeRule> said;
    for (const auto& rule : m_rules)
        if (!rule.name.empty() || !rule.onlyCodes.empty() || !rule.noCodes.empty()) said.push_back(rule);
    return said;
}

int DocumentTypeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int DocumentTypeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant DocumentTypeModel::data(const QModelIndex& index, int role) const
{
    const auto* rule = at(index.row());
    if (!rule) return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case kind: return qs(displayName(rule->type));
        case name: return rule->name.empty() ? qs(displayName(rule->type)) : qs(rule->name);
        case only: return rule->onlyCodes.empty() ? tr("all") : listText(rule->onlyCodes);
        default: return rule->noCodes.empty() ? tr("none") : listText(rule->noCodes);
        }
    case StrongRole: return index.column() == name && !rule->name.empty();
    case MutedRole:
        return index.column() == kind || (index.column() == only && rule->onlyCodes.empty()) ||
               (index.column() == never && rule->noCodes.empty());
    default: return {};
    }
}

QVariant DocumentTypeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {tr("Kind"), tr("Name in the chart"), tr("Offers only codes"),
                                      tr("Never offers codes")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

DocumentTypesPane::DocumentTypesPane(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_header(new PaneHeader(context.theme, tr("Kinds of documents"), this)),
      m_model(new DocumentTypeModel(this)),
      m_table(new ListTable(context.theme, tr("Kinds of documents"), 31, this)),
      m_state(new EmptyState(context.theme, m_table))
{
    m_table->setObjectName(QStringLiteral("documentTypes.table"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({180, 260, 260, 0}, DocumentTypeModel::never);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    column->addWidget(makeForm());
    connect(m_table, &ListTable::currentRowChanged, this, &DocumentTypesPane::showForm);
    connect(m_table, &ListTable::rowActivated, this, [this] { m_name->setFocus(); });
}

QLineEdit* DocumentTypesPane::addField(QGridLayout& grid, int row, const QString& text, const char* object,
                                       const QString& example)
{
    auto* edit = new QLineEdit(this);
    auto* label = new QLabel(text, this);
    label->setProperty("role", QStringLiteral("muted"));
    label->setBuddy(edit);
    edit->setAccessibleName(text);
    edit->setObjectName(QString::fromLatin1(object));
    edit->setPlaceholderText(example);
    grid.addWidget(label, row, 0);
    grid.addWidget(edit, row, 1);
    return edit;
}

QWidget* DocumentTypesPane::makeForm()
{
    auto* form = new QWidget(this);
    m_formHeader = new PaneHeader(m_context.theme, tr("Change the kind"), form);
    m_formHeader->setTopLine(true);
    auto* grid = new QGridLayout;
    const int space = m_context.theme.scaled(10);
    grid->setContentsMargins(space, space, space, space);
    grid->setHorizontalSpacing(space);
    grid->setVerticalSpacing(m_context.theme.scaled(7));
    grid->setColumnStretch(1, 1);
    m_name = addField(*grid, 0, tr("Name"), "documentTypes.name", tr("empty: as it is born"));
    m_only = addField(*grid, 1, tr("Offers only"), "documentTypes.only", tr("beginnings of codes: E, I1; empty: all"));
    m_never = addField(*grid, 2, tr("Never offers"), "documentTypes.never", tr("beginnings of codes: O, Z3A"));
    auto* keep = new QPushButton(tr("Keep"), form);
    keep->setObjectName(QStringLiteral("documentTypes.keep"));
    grid->addWidget(keep, 3, 1, Qt::AlignLeft);
    m_authorities = addField(*grid, 4, tr("Our own numbers are given by"), "documentTypes.authorities",
                             tr("authorities as messages name them: CLINIC, 2.16.840.1.113883.19.5"));
    auto* keepOwn = new QPushButton(tr("Keep the authorities"), form);
    keepOwn->setObjectName(QStringLiteral("documentTypes.keepAuthorities"));
    grid->addWidget(keepOwn, 5, 1, Qt::AlignLeft);
    for (auto* edit : {m_name, m_only, m_never})
        connect(edit, &QLineEdit::returnPressed, this, &DocumentTypesPane::keepRule);
    connect(keep, &QPushButton::clicked, this, &DocumentTypesPane::keepRule);
    connect(m_authorities, &QLineEdit::returnPressed, this, &DocumentTypesPane::keepAuthorities);
    connect(keepOwn, &QPushButton::clicked, this, &DocumentTypesPane::keepAuthorities);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_formHeader);
    column->addLayout(grid);
    return form;
}

void DocumentTypesPane::load()
{
    m_context.work.run<Loaded>(
        this,
        [](app::Workspace& workspace) -> Result<Loaded> {
            Loaded loaded;
            CW_TRY(loaded.rules, app::documentTypeRules(workspace));
            CW_TRY(loaded.authorities, app::ownAuthorities(workspace));
            return loaded;
        },
        [this](const Result<Loaded>& loaded) {
            if (!loaded) return m_state->showFailed(loaded.error());
            const int row = std::max(0, m_table->currentRow());
            m_state->showNothing();
            m_model->setRules(loaded->rules);
            m_table->selectRow(row);
            showForm(row);
            m_authorities->setText(qs(loaded->authorities));
        });
}

void DocumentTypesPane::focusList()
{
    m_table->setFocus();
}

void DocumentTypesPane::showForm(int row)
{
    const auto* rule = m_model->at(row);
    if (!rule) return;
    m_formHeader->setDetail(qs(displayName(rule->type)));
    m_name->setText(qs(rule->name));
    m_only->setText(listText(rule->onlyCodes));
    m_never->setText(listText(rule->noCodes));
}

void DocumentTypesPane::keepRule()
{
    const int row = m_table->currentRow();
    const auto* before = m_model->at(row);
    if (!before) return;
    app::DocumentTypeRule rule;
    rule.type = before->type;
    rule.name = utf8(m_name->text().trimmed());
    rule.onlyCodes = prefixesOf(m_only->text());
    rule.noCodes = prefixesOf(m_never->text());
    m_model->setRule(row, rule);
    m_context.work.run<bool>(
        this,
        [rules = m_model->rules()](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::setDocumentTypeRules(workspace, rules));
            return true;
        },
        [this](const Result<bool>& done) {
            if (done)
                emit statusText(tr("Kept"));
            else
                m_context.prompter.showError(this, done.error());
            load();
        });
}

void DocumentTypesPane::keepAuthorities()
{
    m_context.work.run<bool>(
        this,
        [text = utf8(m_authorities->text().simplified())](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::setOwnAuthorities(workspace, text));
            return true;
        },
        [this](const Result<bool>& done) {
            if (done)
                emit statusText(tr("Kept; F9 in the inbox matches what waits once more"));
            else
                m_context.prompter.showError(this, done.error());
            load();
        });
}

}  // namespace cw::ui
