// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/placement_overlay.h"
#include "ui/pdf/seal_plan.h"

class QSettings;

namespace andu::ui {

class FindPane;
class FormOverlay;
class PdfStrip;

/// From the wish to seal to the sealed working copy: asks, lets the person place it, signs.
class SealSession final : public QObject
{
    Q_OBJECT

public:
    /// @p settings: what was typed last is offered, and kept.
    SealSession(const Theme &theme,
                QSettings &settings,
                PageView &pages,
                WorkingCopy &copy,
                PdfStrip &strip);

    void setOffice(const SealOffice &office);
    [[nodiscard]] const SealOffice &office() const { return m_office; }
    void setApproval(const SealApproval &approval) { m_office.approval = approval; }
    void setTitle(const QString &title) { m_title = title; }
    /// Overlay that has the pages while nothing is being placed.
    void setIdleOverlay(PageOverlay *overlay) { m_idle = overlay; }
    void setWords(const QList<pdf::view::SearchHit> &hits);
    /// Opens the dialog. @p seal: name of a seal of the cabinet to begin with.
    void start(SealMode mode, const QString &seal = {});
    [[nodiscard]] PlacementOverlay &placement() { return m_placement; }
    [[nodiscard]] bool isPlacing() const { return m_placement.isActive(); }
    void cancel();
    /// Adds what is needed to judge the signatures later without any server, and a time stamp over
    /// it when a server is set.
    void makeLongTerm();

Q_SIGNALS:
    void failed(const andu::Error &error);
    /// Something went wrong that is to stay in sight: what, and what was kept.
    void problem(const QString &text);
    void told(const QString &text);
    /// The register has a new row.
    void registered();

private:
    struct Answers
    {
        Result<QList<pdf::StoredSeal>> seals;
        SigningFacts facts;
    };
    void openDialog(SealMode mode, const QString &seal, const Answers &answers);
    void propose(const SealPlan &plan);
    void beginPlacing(const QList<pdf::Part> &parts);
    [[nodiscard]] QList<pdf::Part> partsInSight(const SealPlan &plan) const;
    void describe();
    void seal();
    void takeLaterSteps(const LaterSteps &steps, const QString &server);
    void addStamp(const QString &server);
    void cancelUse(const QString &number, pdf::SealUse use);

    const Theme &m_theme;
    QSettings &m_settings;
    PageView &m_pages;
    WorkingCopy &m_copy;
    PdfStrip &m_strip;
    PlacementOverlay m_placement;
    PageOverlay *m_idle = nullptr;
    SealOffice m_office;
    SealPlan m_plan;
    QString m_title;
};

} // namespace andu::ui
