// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/seal_use_model.h"

#include "core/base/literals.h"

namespace andu::ui {

void SealUseModel::replaceAll(const QList<pdf::SealUse> &uses)
{
    m_all = uses;
    refilter();
}

void SealUseModel::setFilter(const QString &seal, const std::optional<QDateTime> &sinceUtc)
{
    m_seal = seal;
    m_sinceUtc = sinceUtc;
    refilter();
}

void SealUseModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    for (auto use = m_all.crbegin(); use != m_all.crend(); ++use) {
        if ((m_seal.isEmpty() || use->seal == m_seal)
            && (!m_sinceUtc || use->timeUtc >= *m_sinceUtc)) {
            m_shown.append(*use);
        }
    }
    endResetModel();
}

int SealUseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int SealUseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

bool SealUseModel::isCancelled(const pdf::SealUse &use) const
{
    return std::any_of(m_all.begin(), m_all.end(), [&use](const pdf::SealUse &other) {
        return !other.cancels.isEmpty() && other.cancels == use.number;
    });
}

QString SealUseModel::text(const pdf::SealUse &use, Column column) const
{
    switch (column) {
    case Column::Number:
        return use.number;
    case Column::Time:
        return use.timeUtc.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    case Column::Seal:
        return use.seal;
    case Column::Document:
        return use.isSeam ? tr("%1 (seam)").arg(use.documentTitle) : use.documentTitle;
    case Column::Copies:
        return QString::number(use.copies);
    case Column::Pages:
        return QString::number(use.pages);
    case Column::Applicant:
        return use.applicant;
    case Column::Approver:
        return use.approver;
    case Column::Result:
        return !use.cancels.isEmpty() ? tr("Cancels %1").arg(use.cancels)
            : isCancelled(use)        ? tr("Cancelled")
                                      : tr("Electronic seal");
    case Column::Count:
        break;
    }
    return {};
}

QVariant SealUseModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size()) {
        return {};
    }
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole) {
        return text(m_shown.at(index.row()), column);
    }
    if (role == Qt::ToolTipRole) {
        const pdf::SealUse &use = m_shown.at(index.row());
        return tr("Approval %1, operator %2, pages and places %3")
            .arg(use.approval, use.operatorName, use.places)
            .toHtmlEscaped();
    }
    if (role == Qt::TextAlignmentRole && (column == Column::Copies || column == Column::Pages)) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

QVariant SealUseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == int(Column::Copies) || section == int(Column::Pages);
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QStringList names{ tr("Number"),    tr("Time"),        tr("Seal"),
                             tr("Document"),  tr("Copies"),      tr("Pages"),
                             tr("Applicant"), tr("Approved by"), tr("Result") };
    return names.value(section);
}

QByteArray SealUseModel::csv() const
{
    // A cell that begins like a formula must not be one in a spreadsheet.
    const auto cell = [](QString value) {
        if (!value.isEmpty() && u"=+-@\t"_s.contains(value.front())) {
            value.prepend(u'\'');
        }
        return u'"' + value.replace(u'"', u"\"\""_s) + u'"';
    };
    QStringList lines;
    QStringList head;
    for (int column = 0; column < int(Column::Count); ++column) {
        head.append(cell(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    }
    lines.append(head.join(u','));
    for (const pdf::SealUse &use : m_shown) {
        QStringList cells;
        for (int column = 0; column < int(Column::Count); ++column) {
            cells.append(cell(text(use, Column(column))));
        }
        lines.append(cells.join(u','));
    }
    return QByteArray("\xEF\xBB\xBF") + lines.join(u"\r\n"_s).toUtf8() + "\r\n";
}

} // namespace andu::ui
