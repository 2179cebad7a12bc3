// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_find.h"

#include "core/base/literals.h"
#include "ui/form/field_box.h"
#include "ui/form/form_table.h"
#include "ui/form/form_tabs.h"
#include "ui/form/grid_editor.h"
#include "ui/form/text_block.h"

namespace andu::ui {

namespace {

constexpr qsizetype MostMatches = 500;

/// One spelling for full-width and Latin letters.
QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

class Search
{
public:
    explicit Search(const QString &text)
        : m_text(folded(text.trimmed()))
    { }

    QList<FormMatch> matches;

    void walk(QWidget *part, bool isPageOfTabs)
    {
        if (matches.size() >= MostMatches || (part->isHidden() && !isPageOfTabs)) {
            return;
        }
        if (auto *table = qobject_cast<FormTable *>(part)) {
            lookInTable(*table);
            return;
        }
        if (auto *box = qobject_cast<FieldBox *>(part)) {
            lookInField(*box);
        } else if (const auto *text = dynamic_cast<const TextBlock *>(part)) {
            note(part, text->text(), part->rect());
            return;
        }
        const bool isTabs = qobject_cast<FormTabs *>(part);
        for (QWidget *child :
             part->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            walk(child, isTabs);
        }
    }

private:
    [[nodiscard]] bool isIn(const QString &text) const
    {
        return !m_text.isEmpty() && folded(text.left(4000)).contains(m_text);
    }

    void note(QWidget *part, const QString &text, const QRect &place)
    {
        if (isIn(text)) {
            matches.append(FormMatch{ part, place });
        }
    }

    void lookInTable(FormTable &table)
    {
        for (int at = 0; at < table.cells().size(); ++at) {
            const TableCell &cell = table.cells()[at];
            if (cell.isHidden) {
                continue;
            }
            if (cell.content) {
                walk(cell.content, false);
            } else {
                note(&table, table.cellText(at), table.cellPlace(at));
            }
        }
    }

    void lookInField(FieldBox &box)
    {
        if (isGrid(box.module())) {
            if (auto *grid = qobject_cast<GridEditor *>(box.editor())) {
                lookInGrid(box, grid->model());
            }
            return;
        }
        if (box.module().is(forms::ModuleKind::Datatemplate)) {
            return; // its rows are walked
        }
        note(&box, box.ownLabel() + u'\n' + box.shownText(), box.rect());
    }

    void lookInGrid(FieldBox &box, const GridModel &grid)
    {
        for (int row = 0; row < grid.rowCount(); ++row) {
            for (int column = 0; column < grid.columnCount(); ++column) {
                if (!grid.columns()[column].isSequence() && isIn(grid.text(row, column))) {
                    matches.append(FormMatch{ &box, box.rect(), row, column });
                }
            }
        }
    }

    QString m_text;
};

} // namespace

QList<FormMatch> findInForm(const QWidget &page, const QString &text)
{
    Search search(text);
    search.walk(const_cast<QWidget *>(&page), true);
    return search.matches;
}

} // namespace andu::ui
