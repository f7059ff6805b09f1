# Words used all over the product.

app-name = Sourcerer
app-not-affiliated = Sourcerer is not affiliated with X Corp. or Authentik Security Inc.
app-stage-of = Stage { $number } of 6: { $stage }
