// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/editorrow.h"
#include "app/profiles/profileeditor.h"
#include "app/widgets/foldgroup.h"
#include "app/window/looks.h"
#include "app/window/windowrig.h"
#include "oauth/provider.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace mintmark::test {

inline constexpr QSize usual { 1120, 720 };
inline constexpr QSize smallest { 640, 480 };

/// What stands at the left of the field.
inline QString labelOf(const EditorRow *row)
{
    for (const auto *label : row->findChildren<QLabel *>()) {
        if (label->buddy() == row->field())
            return label->text();
    }
    return {};
}

/// The editor with a new profile of a preset.
struct PresetPage
{
    WindowRig rig;
    ProfileEditor *editor = nullptr;
    QScrollArea *area = nullptr;

    void open(const QString &provider)
    {
        rig.open();
        rig.window->resize(usual);
        QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
        (*rig.window->findChild<Actions *>())[ActionId::NewProfile]->trigger();
        editor = rig.window->findChild<ProfileEditor *>();
        QTRY_VERIFY(editor && editor->isVisible());
        area = editor->findChild<QScrollArea *>();
        for (const EditorRow *row : editor->findChildren<EditorRow *>()) {
            if (row->id() != ProfileField::Provider)
                continue;
            auto *box = qobject_cast<QComboBox *>(row->field());
            box->setCurrentIndex(box->findData(provider));
            Q_EMIT box->activated(box->currentIndex());
        }
        settle();
    }
    void resize(QSize size)
    {
        rig.window->resize(size);
        settle();
        area->verticalScrollBar()->setValue(0);
    }
    QRect place(const QWidget *widget) const
    {
        return { widget->mapTo(area->viewport(), QPoint()), widget->size() };
    }
    bool isInView(const QWidget *widget) const
    {
        return widget->isVisible() && area->viewport()->rect().contains(place(widget));
    }
    /// From top to bottom, then from the left.
    QList<EditorRow *> rows() const
    {
        QList<EditorRow *> shown;
        for (EditorRow *row : editor->findChildren<EditorRow *>()) {
            if (row->isVisible() && !labelOf(row).isEmpty()) // no links in the place of a field
                shown << row;
        }
        std::ranges::sort(shown, [this](const EditorRow *a, const EditorRow *b) {
            const QPoint one = place(a).topLeft();
            const QPoint other = place(b).topLeft();
            return std::pair(one.y(), one.x()) < std::pair(other.y(), other.x());
        });
        return shown;
    }
    QList<FoldGroup *> folds() const
    {
        QList<FoldGroup *> shown;
        for (FoldGroup *fold : editor->findChildren<FoldGroup *>()) {
            if (fold->isVisible())
                shown << fold;
        }
        return shown;
    }
};

/// A row of data for each preset.
inline void addPresets()
{
    QTest::addColumn<QString>("id");
    for (const Provider &provider : providers())
        QTest::newRow(qPrintable(provider.id)) << provider.id;
}

} // namespace mintmark::test
