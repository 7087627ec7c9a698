// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// What starting a Qt Widgets program costs before it does anything: the measure for Mintmark's start.

#include <QApplication>
#include <QWidget>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QWidget window;
    window.resize(1120, 720);
    window.show();
    return application.exec();
}
