package dev.tarn.xor;

/**
 * What the paper says of one of its figures, and what was found.
 *
 * @param figure the number of the figure, from 1 to 6
 * @param says the statement, in other words than the paper's
 * @param verdict whether the catalogues bear it out
 * @param found what was found, in numbers
 */
public record FigureStatement(int figure, String says, Finding.Verdict verdict, String found) {}
