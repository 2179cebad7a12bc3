// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/placement_overlay.h"
#include "ui/pdf/seal_plan.h"

namespace andu::ui {

class FindPane;
class FormOverlay;
class PdfStrip;

/// From the wish to seal to the sealed working copy: asks, lets the person place it, signs.
class SealSession final : public QObject
{
    Q_OBJECT

public:
    SealSession(const Theme &theme, PageView &pages, WorkingCopy &copy, PdfStrip &strip);

    void setOffice(const SealOffice &office);
    [[nodiscard]] const SealOffice &office() const { return m_office; }
    void setTitle(const QString &title) { m_title = title; }
    /// Overlay that has the pages while nothing is being placed.
    void setIdleOverlay(PageOverlay *overlay) { m_idle = overlay; }
    void setWords(const QList<pdf::view::SearchHit> &hits);
    /// Opens the dialog. @p seal: name of a seal of the cabinet to begin with.
    void start(SealMode mode, const QString &seal = {});
    [[nodiscard]] PlacementOverlay &placement() { return m_placement; }
    [[nodiscard]] bool isPlacing() const { return m_placement.isActive(); }
    void cancel();

Q_SIGNALS:
    void failed(const andu::Error &error);
    /// The register has a new row.
    void registered();

private:
    void openDialog(SealMode mode, const QString &seal, const QList<pdf::StoredSeal> &seals);
    void propose(const SealPlan &plan);
    void beginPlacing(const QList<pdf::Part> &parts);
    [[nodiscard]] QList<pdf::Part> partsInSight(const SealPlan &plan) const;
    void describe();
    void seal();
    void cancelUse(const QString &number, pdf::SealUse use);

    const Theme &m_theme;
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
