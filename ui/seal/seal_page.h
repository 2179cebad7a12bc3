// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/seal_plan.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace andu::ui {

class SealDetail;
class SealListModel;
class SealRegisterView;
class SealUseDetail;

/// The section 印章: the cabinet, the seal-use register, one seal at true size.
class SealPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p office holds a book; @p settings outlive the page.
    SealPage(const SealOffice &office,
             QSettings &settings,
             const Theme &theme,
             QWidget *parent = nullptr);

    /// Reads cabinet and register again, in the background.
    void reload();

Q_SIGNALS:
    /// A person wants to seal a document with this seal; which document is for the shell to ask.
    void sealWanted(const QString &seal);
    /// A person wants to see the todo that a use of a seal rests on.
    void approvalWanted(const QString &job, const QString &title);
    void loaded();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Contents
    {
        Result<QList<pdf::StoredSeal>> seals;
        Result<QList<pdf::SealUse>> uses;
    };

    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeCabinet();
    void connectParts();
    void showContents(const Contents &contents);
    void showCurrent();
    void openBatch(bool isVerify);
    void addSeal();
    void store(const pdf::StoredSeal &seal, bool isNew);
    void complain(const QString &text);
    void refreshIcons();

    SealOffice m_office;
    QSettings &m_settings;
    const Theme &m_theme;
    SealListModel *m_seals;
    QList<pdf::SealUse> m_allUses;
    QSet<QString> m_cancelled; ///< Numbers of uses that were taken back.
    QLabel *m_title;
    QPushButton *m_add;
    QPushButton *m_verify;
    QPushButton *m_batch;
    QStackedWidget *m_cabinet;
    QListView *m_cards;
    SealRegisterView *m_register;
    QLabel *m_problem;
    QStackedWidget *m_side;
    SealDetail *m_detail;
    SealUseDetail *m_useDetail;
};

} // namespace andu::ui
