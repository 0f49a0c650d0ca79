#include "ui/inbox/inbox_models.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

namespace cw::ui {

namespace {

QString factsOf(const Person& person)
{
    QStringList facts;
    if (person.birthDate) facts.append(ChoiceModel::tr("born %1").arg(qs(person.birthDate->iso())));
    if (person.sex)
        facts.append(*person.sex == Sex::female ? ChoiceModel::tr("F")
                     : *person.sex == Sex::male ? ChoiceModel::tr("M")
                                                : ChoiceModel::tr("U"));
    if (!person.mrn.empty()) facts.append(qs(person.mrn));
    return facts.join(QStringLiteral(", "));
}

}  // namespace

void WaitingModel::setItems(std::vector<UnmatchedItem> items, const std::function<QString(Instant)>& local)
{
    beginResetModel();
    m_items = std::move(items);
    m_times.clear();
    for (const auto& item : m_items) m_times.push_back(local(item.arrivedAt));
    endResetModel();
}

const UnmatchedItem* WaitingModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_items[static_cast<std::size_t>(row)] : nullptr;
}

int WaitingModel::indexOf(std::int64_t id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (m_items[static_cast<std::size_t>(row)].id == id) return row;
    return -1;
}

int WaitingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int WaitingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant WaitingModel::data(const QModelIndex& index, int role) const
{
    const auto* item = at(index.row());
    if (!item) return {};
    if (role == StrongRole) return index.column() == named;
    if (role == TabularRole) return index.column() == arrived;
    if (role == MutedRole) return index.column() == source;
    if (role == Qt::ToolTipRole) return qs(sentence(item->reason));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
    case arrived: return m_times[static_cast<std::size_t>(index.row())];
    case kind: return item->title.empty() ? qs(item->kind) : qs(item->title);
    case named: return item->patientLabel.empty() ? tr("nobody named") : qs(item->patientLabel);
    case reason:
        return item->detail.empty() ? qs(sentence(item->reason))
                                    : QStringLiteral("%1 (%2)").arg(qs(sentence(item->reason)), qs(item->detail));
    case source:
        return item->record.empty() ? qs(item->sourceName)
                                    : QStringLiteral("%1, %2").arg(qs(item->sourceName), qs(item->record));
    default: return {};
    }
}

QVariant WaitingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case arrived: return tr("Arrived");
    case kind: return tr("What");
    case named: return tr("Patient as named");
    case reason: return tr("Why it waits");
    case source: return tr("File");
    default: return {};
    }
}

void ChoiceModel::setChoices(const std::vector<KnownPatient>& patients, const std::vector<EncounterSummary>& encounters)
{
    beginResetModel();
    m_choices.clear();
    for (const auto& patient : patients) {
        m_choices.push_back({patient.id, {}, qs(displayName(patient.person)), factsOf(patient.person)});
        for (const auto& encounter : encounters) {
            if (encounter.mrn != patient.person.mrn) continue;
            m_choices.push_back({patient.id, encounter.encounterId, qs(encounter.encounterId),
                                 QStringLiteral("%1, %2, %3")
                                     .arg(qs(encounter.serviceFrom.iso()), qs(encounter.payerName),
                                          qs(displayName(encounter.status)))});
        }
    }
    endResetModel();
}

const ChoiceModel::Choice* ChoiceModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_choices[static_cast<std::size_t>(row)] : nullptr;
}

int ChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

int ChoiceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const
{
    const auto* choice = at(index.row());
    if (!choice) return {};
    const bool isPatient = choice->encounterId.empty();
    if (role == StrongRole) return isPatient && index.column() == who;
    if (role == MutedRole) return index.column() == facts;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    if (index.column() == facts) return choice->detail;
    return isPatient ? choice->text : QStringLiteral("     ") + choice->text;
}

void MergeModel::setMerges(std::vector<PatientMerge> merges, const std::function<QString(Instant)>& local)
{
    beginResetModel();
    m_merges = std::move(merges);
    m_times.clear();
    for (const auto& merge : m_merges) m_times.push_back(local(merge.at));
    endResetModel();
}

const PatientMerge* MergeModel::merge(int row) const
{
    return row >= 0 && row < rowCount() ? &m_merges[static_cast<std::size_t>(row)] : nullptr;
}

int MergeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_merges.size());
}

int MergeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant MergeModel::data(const QModelIndex& index, int role) const
{
    const auto* entry = merge(index.row());
    if (!entry) return {};
    if (role == TabularRole) return index.column() == at;
    if (role == StrongRole) return index.column() == into;
    if (role == MutedRole) return entry->isUndone;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
    case at: return m_times[static_cast<std::size_t>(index.row())];
    case from: return qs(entry->fromLabel);
    case into: return qs(entry->intoLabel);
    case moved: return tr("%1 encounters, %2 documents").arg(entry->encounters).arg(entry->documents);
    case by: return qs(entry->by);
    case state: return entry->isUndone ? tr("undone") : tr("merged");
    default: return {};
    }
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case at: return tr("When");
    case from: return tr("This record");
    case into: return tr("went into");
    case moved: return tr("Moved");
    case by: return tr("By");
    case state: return tr("State");
    default: return {};
    }
}

}  // namespace cw::ui
