#pragma once

#include "app/billing/directory_desk.h"
#include "ui/admin/list_form_pane.h"
#include "ui/async/background.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

/// A ListFormPane over one kind of record of the directory, below them those that encounters name and the list has not.
template <class Record>
class RecordPane : public ListFormPane {
public:
    using Records = std::vector<Record>;
    using Reader = Result<Records> (*)(app::DirectoryDesk&);

    void load() override
    {
        m_context.work.template run<Loaded>(
            this,
            [kept = m_kept, seen = m_seen](app::Workspace& workspace) -> Result<Loaded> {
                app::DirectoryDesk desk(workspace);
                Loaded loaded;
                CW_TRY(loaded.kept, kept(desk));
                if (seen) {
                    CW_TRY(loaded.seen, seen(desk));
                }
                CW_TRY(loaded.partners, desk.partners());
                CW_TRY(loaded.defaultPartner, desk.defaultPartner());
                return loaded;
            },
            [this](Result<Loaded> loaded) {
                if (!loaded) return showFailed(loaded.error());
                take(std::move(*loaded));
            });
    }

protected:
    struct Entry {
        Record record;
        bool isSeen = false;
    };

    /// `seen` may be null.
    RecordPane(PageContext& context, Shape shape, QWidget* parent, Reader kept, Reader seen)
        : ListFormPane(context, std::move(shape), parent), m_kept(kept), m_seen(seen)
    {}

    virtual ListRow rowOf(const Record& record) const = 0;
    virtual QString titleOf(const Record& record) const = 0;
    virtual void fill(const Record& record) = 0;
    /// The form as a record; what cannot be read (a number that is none) is added to the faults.
    virtual Record entered(Record base, std::vector<FieldFault>& faults) const = 0;
    /// Partners to choose from have been loaded.
    virtual void partnersLoaded() {}

    void showRecord(int row) override
    {
        const Entry* entry = at(row);
        m_shown = entry ? entry->record : Record{};
        if (!entry)
            m_form->setTitle(tr("New: %1").arg(m_shape.one));
        else
            m_form->setTitle(titleOf(entry->record),
                             entry->isSeen ? tr("seen in encounters, not kept yet") : QString());
        fill(m_shown);
        m_form->setUntouched();
    }
    void keep() override
    {
        std::vector<FieldFault> faults;
        auto record = entered(m_shown, faults);
        for (auto& fault : faultsOf(record)) faults.push_back(std::move(fault));
        m_form->showFaults(faults);
        if (faults.empty()) save(std::move(record), tr("Kept"));
    }
    void toggleActive(int row) override
    {
        const Entry* entry = at(row);
        if (!entry || entry->isSeen || m_form->isTouched()) return;
        auto record = entry->record;
        record.isActive = !record.isActive;
        const auto done = record.isActive ? tr("%1 is in use") : tr("%1 is no longer in use");
        save(record, done.arg(titleOf(record)));
    }
    void takeOver(int row) override
    {
        const Entry* entry = at(row);
        if (!entry || !entry->isSeen) return;
        edit(row);
        if (faultsOf(entry->record).empty()) focusList();
        keep();
    }
    const Entry* at(int row) const
    {
        return row >= 0 && row < static_cast<int>(m_entries.size()) ? &m_entries[static_cast<std::size_t>(row)]
                                                                    : nullptr;
    }

    std::vector<TradingPartner> m_partners;
    PartnerId m_defaultPartner;

private:
    struct Loaded {
        Records kept;
        Records seen;
        std::vector<TradingPartner> partners;
        PartnerId defaultPartner;
    };

    void take(Loaded loaded)
    {
        const int before = currentRow();
        m_partners = std::move(loaded.partners);
        m_defaultPartner = loaded.defaultPartner;
        partnersLoaded();
        m_entries.clear();
        for (auto& record : loaded.kept) m_entries.push_back({std::move(record), false});
        for (auto& record : loaded.seen) m_entries.push_back({std::move(record), true});
        std::vector<ListRow> rows;
        int wanted = before;
        for (const auto& entry : m_entries) {
            auto row = rowOf(entry.record);
            row.isMuted = entry.isSeen || !entry.record.isActive;
            row.cells.append(entry.isSeen            ? tr("seen, not kept")
                             : entry.record.isActive ? tr("in use")
                                                     : tr("not in use"));
            if (!entry.isSeen && m_wanted.isValid() && entry.record.id == m_wanted)
                wanted = static_cast<int>(rows.size());
            rows.push_back(std::move(row));
        }
        m_wanted = {};
        showRows(std::move(rows), wanted);
    }
    void save(Record record, const QString& done)
    {
        m_context.work.template run<Record>(
            this, [record](app::Workspace& workspace) { return app::DirectoryDesk(workspace).save(record); },
            [this, done](Result<Record> saved) {
                if (!saved) return m_context.prompter.showError(this, saved.error());
                m_wanted = saved->id;
                m_form->setUntouched();
                emit statusText(done);
                load();
            });
    }

    Reader m_kept;
    Reader m_seen;
    std::vector<Entry> m_entries;
    Record m_shown;
    decltype(Record::id) m_wanted;
};

/// "(937) 555-0111" as ten digits; anything else as it is.
inline std::string phoneEntered(const QString& text)
{
    QString digits = text;
    digits.remove(QLatin1Char('(')).remove(QLatin1Char(')')).remove(QLatin1Char('-')).remove(QLatin1Char(' '));
    return utf8(digits.remove(QLatin1Char('.')));
}

}  // namespace cw::ui
