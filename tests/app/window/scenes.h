// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/window/windowrig.h"

namespace mintmark::test {

/// The window as somebody meets it: what there is before it opens, and what is done in it then.
struct Scene
{
    QByteArray name;
    void (*prepare)(WindowRig &rig);
    void (*play)(WindowRig &rig);
    bool sampled = false; ///< also in other sizes of text and another language
};

/// Every page the window has, in the states that look different.
const QList<Scene> &scenes();
const Scene &sceneNamed(const QByteArray &name);

/// Opens the window of a scene and plays it to its end.
void present(WindowRig &rig, const Scene &scene);

} // namespace mintmark::test
