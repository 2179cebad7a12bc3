// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/org_list.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListView;
class QListWidget;
class QPushButton;
class QTreeWidget;

namespace andu::ui {

/// Chooses people, identities, units or groups of the directory known on this machine: by unit,
/// by name, pinyin or initials, from those chosen lately, by group or by duty.
class OrgPicker final : public QDialog
{
    Q_OBJECT

public:
    OrgPicker(const forms::Directory &directory,
              const OrgRules &rules,
              QJsonArray chosen,
              QWidget *parent = nullptr);
    /// @p kinds as in `selectType`; @p most 0 = any number.
    OrgPicker(const forms::Directory &directory,
              const QStringList &kinds,
              int most,
              QJsonArray chosen,
              QWidget *parent = nullptr);

    /// In the order of the list on the right. A person or unit the directory does not know and
    /// that was there before is kept.
    [[nodiscard]] QJsonArray chosen() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Way { Units, Recent, Groups, Duties };

    void build();
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeMiddle();
    [[nodiscard]] QWidget *makeChosen();
    [[nodiscard]] QWidget *makeFoot();
    void fillTree();
    void fillUnits();
    void fillGroups();
    void fillDuties();
    void showWay(Way way);
    void search();
    void toggle(const QModelIndex &index);
    void addChosen(const QJsonObject &object);
    void removeChosen(const QString &dn);
    void update();
    [[nodiscard]] QJsonObject stored(const QJsonObject &object) const;
    [[nodiscard]] QStringList chosenNames() const;

    const forms::Directory m_directory;
    OrgRules m_rules;
    Theme *m_theme;
    FormLook m_look;
    OrgListModel *m_model;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    QListView *m_list;
    QListWidget *m_chosen;
    QLabel *m_count;
    QLabel *m_hint;
    QPushButton *m_done;
    Way m_way = Way::Units;
};

} // namespace andu::ui
