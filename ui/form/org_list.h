// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/org_rules.h"
#include "ui/form/pinyin.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace andu::ui {

/// Somebody or something of the directory that can be chosen.
struct OrgEntry
{
    QJsonObject object;
    QString dn;
    QString name;
    QString path; ///< Unit with what is above it: 集团/研发中心.
    QString reading; ///< Pinyin, to be shown.
    bool isSelf = false; ///< May be seen, not chosen.
};

/// Entries that fit the search, the unit or the list chosen in the dialog.
class OrgListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        EntryRole = Qt::UserRole,
        ReadingRole,
        PathRole,
        MatchFromRole,
        MatchCountRole,
        SelfRole
    };

    OrgListModel(const forms::Directory &directory, const OrgRules &rules, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// All names; entries of a unit come first when a unit is chosen.
    void showMatches(const QString &query, const QString &unitPath);
    void showUnit(const QString &unitPath);
    void showThese(const QStringList &names);
    void setChosen(const QStringList &names);
    [[nodiscard]] const OrgEntry &entryAt(int row) const { return m_entries[m_shown[row].entry]; }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    /// Entries in a unit and below it.
    [[nodiscard]] int countIn(const QString &unitPath) const;
    [[nodiscard]] bool contains(const QString &dn) const { return m_byName.contains(dn); }

private:
    struct Shown
    {
        qsizetype entry = 0;
        MatchedLetters match;
    };

    void show(QList<Shown> shown);

    QList<OrgEntry> m_entries;
    QHash<QString, qsizetype> m_byName;
    QHash<QString, int> m_counts; ///< By unit path.
    QList<Shown> m_shown;
    QSet<QString> m_chosen;
    Pinyin m_pinyin;
};

/// A row with check box, initial, name with the found letters marked, and unit.
class OrgDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    OrgDelegate(const FormLook &look, QObject *parent);
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintNames(QPainter *painter, const QRect &box, const QModelIndex &index) const;

    FormLook m_look;
};

} // namespace andu::ui
