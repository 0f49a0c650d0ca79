#include "ui/codes/chapters.h"

namespace cw::ui {

const std::vector<Chapter>& chapters()
{
    static const std::vector<Chapter> list = {
        {1, "A00", "B99", "Infectious and parasitic"},
        {2, "C00", "D49", "Neoplasms"},
        {3, "D50", "D89", "Blood and immune"},
        {4, "E00", "E89", "Endocrine, nutritional, metabolic"},
        {5, "F01", "F99", "Mental and behavioral"},
        {6, "G00", "G99", "Nervous system"},
        {7, "H00", "H59", "Eye and adnexa"},
        {8, "H60", "H95", "Ear and mastoid"},
        {9, "I00", "I99", "Circulatory system"},
        {10, "J00", "J99", "Respiratory system"},
        {11, "K00", "K95", "Digestive system"},
        {12, "L00", "L99", "Skin"},
        {13, "M00", "M99", "Musculoskeletal"},
        {14, "N00", "N99", "Genitourinary"},
        {15, "O00", "O9A", "Pregnancy and childbirth"},
        {16, "P00", "P96", "Perinatal period"},
        {17, "Q00", "QA0", "Congenital"},
        {18, "R00", "R99", "Symptoms and signs"},
        {19, "S00", "T88", "Injury and poisoning"},
        {20, "V00", "Y99", "External causes"},
        {21, "Z00", "Z99", "Factors influencing health"},
        {22, "U00", "U85", "Special purposes"},
    };
    return list;
}

}  // namespace cw::ui
