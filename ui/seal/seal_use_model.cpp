// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/seal_use_model.h"

#include "core/base/literals.h"

namespace andu::ui {

void SealUseModel::replaceAll(const QList<pdf::SealUse> &uses)
{
    m_all = uses;
    std::stable_sort(m_all.begin(), m_all.end(), [](const auto &a, const auto &b) {
        return a.timeUtc < b.timeUtc;
    });
    m_cancelled.clear();
    for (const pdf::SealUse &use : uses) {
        m_cancelled.insert(use.cancels);
    }
    refilter();
}

void SealUseModel::setFilter(const SealUseFilter &filter)
{
    m_filter = filter;
    refilter();
}

bool SealUseModel::isShown(const pdf::SealUse &use) const
{
    const QDate day = use.timeUtc.toLocalTime().date();
    if ((!m_filter.seal.isEmpty() && use.seal != m_filter.seal)
        || (m_filter.from && day < *m_filter.from) || (m_filter.until && day > *m_filter.until)) {
        return false;
    }
    const QStringList words{ use.number,   use.seal,          use.documentTitle, use.documentNumber,
                             use.fileName, use.recipient,     use.applicant,     use.approver,
                             use.approval, use.approvalTitle, use.operatorName,  use.remark };
    return m_filter.text.isEmpty()
        || std::any_of(words.begin(), words.end(), [this](const QString &word) {
               return word.contains(m_filter.text, Qt::CaseInsensitive);
           });
}

void SealUseModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    for (auto use = m_all.crbegin(); use != m_all.crend(); ++use) {
        if (isShown(*use)) {
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
    return !use.number.isEmpty() && m_cancelled.contains(use.number);
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
    const auto addLine = [&](const QStringList &values) {
        QStringList cells;
        std::transform(values.begin(), values.end(), std::back_inserter(cells), cell);
        lines.append(cells.join(u','));
    };
    QStringList head;
    for (int column = 0; column < int(Column::Count); ++column) {
        head.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    addLine(head
            + QStringList{ tr("Approval number"),
                           tr("Approval"),
                           tr("Operator"),
                           tr("Impressions"),
                           tr("Places"),
                           tr("File"),
                           tr("SM3 before"),
                           tr("SM3 after") });
    for (const pdf::SealUse &use : m_shown) {
        QStringList values;
        for (int column = 0; column < int(Column::Count); ++column) {
            values.append(text(use, Column(column)));
        }
        addLine(values
                + QStringList{ use.approval,
                               use.approvalTitle,
                               use.operatorName,
                               QString::number(use.marks),
                               use.places,
                               use.fileName,
                               QString::fromLatin1(use.digestBefore.toHex()),
                               QString::fromLatin1(use.digestAfter.toHex()) });
    }
    return QByteArray("\xEF\xBB\xBF") + lines.join(u"\r\n"_s).toUtf8() + "\r\n";
}

} // namespace andu::ui
