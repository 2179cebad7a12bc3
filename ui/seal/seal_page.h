// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/document_check.h"
#include "ui/pdf/seal_plan.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace andu::ui {

class SealDetail;
class SealListModel;
class SealUseModel;

/// The section 印章: the cabinet, the seal-use register, one seal at true size.
class SealPage final : public QWidget
{
    Q_OBJECT

public:
    SealPage(const SealOffice &office,
             const TrustSettings &trust,
             const Theme &theme,
             QWidget *parent = nullptr);

    /// Reads cabinet and register again, in the background.
    void reload();

Q_SIGNALS:
    /// A person wants to seal a document with this seal; which document is for the shell to ask.
    void sealWanted(const QString &seal);
    void loaded();

private:
    struct Contents
    {
        Result<QList<pdf::StoredSeal>> seals;
        Result<QList<pdf::SealUse>> uses;
    };

    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeCabinet();
    [[nodiscard]] QWidget *makeRegister();
    void showContents(const Contents &contents);
    void showRegister(const Result<QList<pdf::SealUse>> &uses);
    void showCurrent();
    void filter();
    void openBatch(bool isVerify);
    void addSeal();
    void store(const pdf::StoredSeal &seal);
    void exportRegister();
    void refreshIcons();

    SealOffice m_office;
    TrustSettings m_trust;
    const Theme &m_theme;
    SealListModel *m_seals;
    SealUseModel *m_uses;
    QList<pdf::SealUse> m_allUses;
    QLabel *m_title;
    QPushButton *m_add;
    QPushButton *m_verify;
    QPushButton *m_batch;
    QPushButton *m_export;
    QStackedWidget *m_cabinet;
    QListView *m_cards;
    QTableView *m_table;
    QComboBox *m_period;
    QComboBox *m_sealFilter;
    QLabel *m_count;
    QLabel *m_chain;
    QLabel *m_problem;
    SealDetail *m_detail;
};

} // namespace andu::ui
